package org.zhiping.notice;

import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** A notice in one language. The first line of its template is the subject, plain text in the end; what follows is the body in HTML. */
record Wording(Locale locale, String subject, String body) {

    static Wording of(Locale locale, String page) {
        int end = page.indexOf('\n');
        String subject = HtmlUtils.htmlUnescape(page.substring(0, end)).strip();
        return new Wording(locale, subject, page.substring(end + 1).strip());
    }
}
