package org.zhiping.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SpokenLocaleFilterTest {

    @Test
    void chineseUnlessTheRequestAsksForEnglish() throws Exception {
        assertThat(answeredIn(null)).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(answeredIn("de-DE")).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(answeredIn("en-GB,en;q=0.9")).isEqualTo(Locale.ENGLISH);
    }

    private static Locale answeredIn(String acceptLanguage) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (acceptLanguage != null) {
            request.addHeader("Accept-Language", acceptLanguage);
        }
        AtomicReference<Locale> locale = new AtomicReference<>();
        new SpokenLocaleFilter().doFilter(request, new MockHttpServletResponse(),
                (inner, answer) -> locale.set(LocaleContextHolder.getLocale()));
        return locale.get();
    }
}
