package org.zhiping.notice;

import java.util.Map;

/** Fills the three parts of a notice in. */
final class Saying {

    /** One way to fill a part in. */
    interface Filling {
        String fill(Rendering.Kind kind, String text, Map<String, String> values) throws TemplateFailure;
    }

    private Saying() {
    }

    static Wording of(TemplateVersion version, Map<String, String> values, Filling filling) throws TemplateFailure {
        TemplateText text = version.text();
        String subject = filling.fill(Rendering.Kind.PLAIN, text.subject(), values).strip();
        String body = filling.fill(Rendering.Kind.HTML, text.body(), values).strip();
        String sms = text.sms().isEmpty() ? null : filling.fill(Rendering.Kind.PLAIN, text.sms(), values).strip();
        return new Wording(version.locale(), version.version(), subject, body, sms);
    }
}
