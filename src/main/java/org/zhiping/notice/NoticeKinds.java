package org.zhiping.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Language;
import org.zhiping.platform.Texts;

/**
 * What the kinds of notices can say. It follows from the program's own templates: a value is there always if they cannot be filled in
 * without it.
 */
@Component
class NoticeKinds {

    private static final Set<String> OF_A_CASE = Set.of("caseNumber", "occupation", "level", "direction");

    private final ShippedTemplates shipped;
    private final NoticeTemplates templates;
    private final Rendering rendering;
    private final Texts texts;
    private final Map<String, List<NoticeVariable>> variables = new ConcurrentHashMap<>();

    NoticeKinds(ShippedTemplates shipped, NoticeTemplates templates, Rendering rendering, Texts texts) {
        this.shipped = shipped;
        this.templates = templates;
        this.rendering = rendering;
        this.texts = texts;
    }

    List<NoticeVariable> variables(String kind) {
        return variables.computeIfAbsent(kind, this::find);
    }

    private List<NoticeVariable> find(String kind) {
        Set<String> names = new TreeSet<>();
        for (Locale locale : Language.ALL) {
            TemplateText text = shipped.find(kind, locale).text();
            List.of(text.subject(), text.body(), text.sms()).forEach(part -> names.addAll(TemplateSyntax.of(part, null).used()));
        }
        if (names.contains("caseNumber")) {
            names.addAll(OF_A_CASE);
        }
        return names.stream().map(name -> new NoticeVariable(name, !speaksWithout(name, kind, names))).toList();
    }

    private boolean speaksWithout(String name, String kind, Set<String> names) {
        for (Locale locale : Language.ALL) {
            Map<String, String> values = sample(names, kind, locale);
            values.remove(name);
            try {
                Saying.of(shipped.find(kind, locale), values, rendering::trusted);
            } catch (TemplateFailure needed) {
                return false;
            }
        }
        return !Set.of("caseNumber", "occupation", "level").contains(name) || !names.contains("caseNumber");
    }

    /** Example values in this language; with {@code full} false only those that are always there. */
    Map<String, String> sample(String kind, Locale locale, boolean full) {
        return sample(variables(kind).stream().filter(each -> full || each.always()).map(NoticeVariable::name).toList(), kind, locale);
    }

    private Map<String, String> sample(Iterable<String> names, String kind, Locale locale) {
        Map<String, String> values = new HashMap<>();
        names.forEach(name -> values.put(name, texts.orElse(locale, "notice.sample." + (StaffNotifier.tells(kind) ? "staff." : "") + name,
                texts.orElse(locale, "notice.sample." + name, "[" + name + "]"))));
        return templates.readable(values, locale);
    }
}
