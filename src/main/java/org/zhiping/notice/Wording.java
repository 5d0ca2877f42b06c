package org.zhiping.notice;

import java.util.Locale;

/** A notice in one language. The first line of its template is the subject, what follows is the body in HTML. */
record Wording(Locale locale, String subject, String body) {

    static Wording of(Locale locale, String page) {
        int end = page.indexOf('\n');
        return new Wording(locale, page.substring(0, end).strip(), page.substring(end + 1).strip());
    }
}
