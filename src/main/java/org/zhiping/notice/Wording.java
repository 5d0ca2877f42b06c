package org.zhiping.notice;

import java.util.Locale;

/**
 * A notice in one language.
 *
 * @param version of the template
 * @param subject plain text
 * @param body    HTML that can stand in a page as it is: whatever was filled in is escaped
 * @param sms     what a short message says of it; null where that is the subject
 */
public record Wording(Locale locale, int version, String subject, String body, String sms) {

    public String shortMessage() {
        return sms == null ? subject : sms;
    }
}
