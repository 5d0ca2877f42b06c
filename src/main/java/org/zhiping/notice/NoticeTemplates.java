package org.zhiping.notice;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Language;

/** The words of a notice: {@code notice/<locale>/<kind>.ftlh}, filled in. */
@Component
class NoticeTemplates {

    private static final Map<Locale, DateTimeFormatter> DAY = Map.of(
            Locale.SIMPLIFIED_CHINESE, DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE),
            Locale.ENGLISH, DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH));
    private static final Map<Locale, DateTimeFormatter> MOMENT = Map.of(
            Locale.SIMPLIFIED_CHINESE, DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.SIMPLIFIED_CHINESE),
            Locale.ENGLISH, DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH));

    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
    private final Clock clock;

    NoticeTemplates(Clock clock) {
        this.clock = clock;
        templates.setClassForTemplateLoading(NoticeTemplates.class, "/notice");
        templates.setDefaultEncoding("UTF-8");
        templates.setLocalizedLookup(false);
    }

    /** @param values plain text by name, in each language; moments and days as ISO 8601 */
    List<Wording> word(String kind, Function<Locale, Map<String, String>> values) {
        return Language.ALL.stream().map(locale -> {
            Map<String, String> said = new HashMap<>();
            values.apply(locale).forEach((name, value) -> said.put(name, readable(value, locale)));
            return Wording.of(locale, fill(locale.toLanguageTag() + "/" + kind + ".ftlh", said));
        }).toList();
    }

    private String fill(String template, Map<String, String> values) {
        StringWriter page = new StringWriter();
        try {
            templates.getTemplate(template).process(values, page);
        } catch (TemplateException | IOException e) {
            throw new IllegalStateException("The notice " + template + " cannot be written", e);
        }
        return page.toString();
    }

    /** Moments and days travel as ISO 8601; everything else is text already. */
    private String readable(String value, Locale locale) {
        try {
            return value.matches("\\d{4}-\\d{2}-\\d{2}") ? DAY.get(locale).format(LocalDate.parse(value))
                    : MOMENT.get(locale).format(OffsetDateTime.parse(value).atZoneSameInstant(clock.getZone()));
        } catch (DateTimeParseException text) {
            return value;
        }
    }
}
