package org.zhiping.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.zhiping.platform.Language;

/** One rule for pages, programs and the engine's own interface: chosen, else the browser's, else Chinese. */
class RequestLanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"en-GB,en;q=0.9|en", "zh-CN,zh;q=0.9,en;q=0.8|zh-CN", "zh|zh-CN", "fr|zh-CN", "*|zh-CN", "'q=;;'|zh-CN", "|zh-CN"})
    void chineseUnlessEnglishIsAskedForFirst(String acceptLanguage, String language) {
        assertThat(RequestLanguage.spoken(acceptLanguage).toLanguageTag()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"lang=zh-CN, en, en, zh-CN", "lang=en, zh-CN, zh, en", "page=2&lang=en&x=1, , , en", ", zh-CN, en, zh-CN", ", , en, en",
        "lang=de, en, zh, en", "language=en, , , zh-CN", ", 'nonsense', en, zh-CN", ", , , zh-CN"})
    void theAddressThenTheCookieThenTheBrowserDecides(String query, String cookie, String browser, String language) throws Exception {
        assertThat(spoken(request(query, cookie, browser), new MockHttpServletResponse()).toLanguageTag()).isEqualTo(language);
    }

    @Test
    void onlyAChoiceIsKept() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        spoken(request(null, null, "en"), response);
        assertThat(response.getCookie("lang")).isNull();
        spoken(request("lang=en", null, "zh"), response);
        assertThat(response.getCookie("lang").getValue()).isEqualTo("en");
        assertThat(response.getCookie("lang").getMaxAge()).isEqualTo(365 * 24 * 60 * 60);
    }

    @Test
    void whereNobodyAsksItIsChinese() {
        assertThat(Language.now()).isEqualTo(Language.CHINESE);
    }

    private static MockHttpServletRequest request(String query, String cookie, String browser) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setQueryString(query);
        if (cookie != null) {
            request.setCookies(new Cookie("lang", cookie));
        }
        if (browser != null) {
            request.addHeader("Accept-Language", browser);
        }
        return request;
    }

    private static Locale spoken(MockHttpServletRequest request, MockHttpServletResponse response) throws Exception {
        AtomicReference<Locale> spoken = new AtomicReference<>();
        new SpokenLocaleFilter().doFilter(request, response, (inner, answer) -> {
            assertThat(inner.getLocale()).isEqualTo(Language.now());
            spoken.set(Language.now());
        });
        return spoken.get();
    }
}
