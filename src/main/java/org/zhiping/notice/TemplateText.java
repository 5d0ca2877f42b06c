package org.zhiping.notice;

/**
 * The words of a notice in one language, before anything is filled in.
 *
 * @param subject one line of plain text
 * @param body    HTML
 * @param sms     plain text of a short message, which the institution's name and address are put around; empty where the subject goes out
 */
public record TemplateText(String subject, String body, String sms) {

    /** As browsers and files differ in line ends, texts are compared and kept in one form. */
    public TemplateText {
        subject = plainEnds(subject);
        body = plainEnds(body);
        sms = plainEnds(sms);
    }

    private static String plainEnds(String text) {
        return text == null ? "" : text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** All of it, for comparing and showing what was changed. */
    public String whole() {
        return subject + "\n" + body + (sms.isEmpty() ? "" : "\n---\n" + sms);
    }
}
