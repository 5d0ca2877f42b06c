package org.zhiping.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.servlet.ServletRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Text that no column of the database takes does not get in. */
class NullCharactersTest {

    private record Wish(String reason, List<String> names, String[] more, Map<String, Object> rest) {
    }

    @Test
    void aFieldOfAFormHasABlankInstead() throws Exception {
        var request = new MockHttpServletRequest("POST", "/portal/applications/X/withdraw");
        request.addParameter("reason", "改报\0其他批次", "\uD83D\uDE00\n二");
        var chain = new MockFilterChain();
        new NullCharacters().doFilter(request, new MockHttpServletResponse(), chain);

        ServletRequest seen = chain.getRequest();
        assertThat(seen.getParameter("reason")).isEqualTo("改报 其他批次");
        assertThat(seen.getParameterValues("reason")).containsExactly("改报 其他批次", "\uD83D\uDE00\n二");
        assertThat(seen.getParameterMap().get("reason")).containsExactly("改报 其他批次", "\uD83D\uDE00\n二");
        assertThat(seen.getParameter("none")).isNull();
        assertThat(seen.getParameterValues("none")).isNull();
    }

    @Test
    void soHasEveryStringOfAJsonBody() throws Exception {
        ObjectMapper json = new ObjectMapper()
                .registerModule(new SimpleModule().addDeserializer(String.class, new NullCharacters.Strings()));
        Wish wish = json.readValue("""
                {"reason": "a\\u0000b", "names": ["c\\u0000d", null], "more": ["e\\u0000"], "rest": {"x": {"y": ["f\\u0000g\\\\u0000"]}}}""", Wish.class);
        assertThat(wish.reason()).isEqualTo("a b");
        assertThat(wish.names()).containsExactly("c d", null);
        assertThat(wish.more()).containsExactly("e ");
        assertThat(wish.rest()).isEqualTo(Map.of("x", Map.of("y", List.of("f g\\u0000"))));
    }
}
