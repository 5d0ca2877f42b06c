package org.zhiping.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiping.platform.PublicAddress;
import org.zhiping.platform.Refusal.Fault;

/** Whether words that somebody wrote can go out: what they may contain, and whether they can be filled in with much and with little. */
@Component
class TemplateCheck {

    static final int LONGEST_SUBJECT = 300;
    static final int LONGEST_BODY = 10_000;
    static final int LONGEST_SMS = 500;
    /** Characters that a person reads. */
    static final int MOST_IN_SUBJECT = 100;
    static final int MOST_IN_SMS = 60;

    private final NoticeKinds kinds;
    private final Rendering rendering;
    private final String site;

    TemplateCheck(NoticeKinds kinds, Rendering rendering, PublicAddress site) {
        this.kinds = kinds;
        this.rendering = rendering;
        this.site = site.of("/").toString().replaceFirst("/$", "");
    }

    /** At the fields {@code subject}, {@code body} and {@code sms}; empty when all is well. */
    List<Fault> faults(String kind, Locale locale, TemplateText text) {
        List<Fault> faults = new ArrayList<>();
        faults.addAll(part(kind, locale, "subject", Rendering.Kind.PLAIN, text.subject(), LONGEST_SUBJECT, MOST_IN_SUBJECT));
        faults.addAll(part(kind, locale, "body", Rendering.Kind.HTML, text.body(), LONGEST_BODY, Rendering.MOST_CHARACTERS));
        if (!text.sms().isEmpty()) {
            faults.addAll(part(kind, locale, "sms", Rendering.Kind.PLAIN, text.sms(), LONGEST_SMS, MOST_IN_SMS));
        }
        return faults;
    }

    private List<Fault> part(String kind, Locale locale, String field, Rendering.Kind format, String source, int longest, int most) {
        if (source.isBlank()) {
            return List.of(new Fault(field, "notice-template-empty"));
        }
        if (source.length() > longest) {
            return List.of(new Fault(field, "notice-template-long", source.length(), longest));
        }
        TemplateSyntax syntax = TemplateSyntax.of(source, kinds.variables(kind).stream().map(NoticeVariable::name).toList());
        List<TemplateFault> found = new ArrayList<>(syntax.faults());
        found.addAll(TemplateMarkup.addresses(syntax.text(), site));
        if (format == Rendering.Kind.HTML) {
            found.addAll(TemplateMarkup.faults(syntax.text()));
        } else {
            found.addAll(plain(syntax.text()));
        }
        return found.isEmpty() ? filled(kind, locale, field, format, source, most) : found.stream().map(fault -> fault.in(field)).toList();
    }

    private static List<TemplateFault> plain(String text) {
        int tag = text.indexOf('<');
        int end = text.indexOf('\n');
        return Stream.of(tag < 0 ? null : TemplateFault.at(text, tag, "no-html", "<"), end < 0 ? null : TemplateFault.at(text, end, "one-line", ""))
                .filter(fault -> fault != null).toList();
    }

    private List<Fault> filled(String kind, Locale locale, String field, Rendering.Kind format, String source, int most) {
        for (boolean full : new boolean[] {true, false}) {
            Map<String, String> values = kinds.sample(kind, locale, full);
            try {
                String said = rendering.bounded(format, source, values).strip();
                int characters = said.codePointCount(0, said.length());
                if (said.isEmpty()) {
                    return List.of(new Fault(field, "notice-template-says-nothing"));
                }
                if (characters > most) {
                    return List.of(new Fault(field, "notice-template-says-much", characters, most));
                }
            } catch (TemplateFailure failed) {
                return List.of(failed.fault().in(field));
            }
        }
        return List.of();
    }
}
