package org.zhiping.notice;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Language;

/** The words of a notice: the template in force, filled in. Where one that was edited fails, the program's own is used: no notice is lost. */
@Component
class NoticeTemplates {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeTemplates.class);
    private static final Map<Locale, DateTimeFormatter> DAY = Map.of(
            Locale.SIMPLIFIED_CHINESE, DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE),
            Locale.ENGLISH, DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH));
    private static final Map<Locale, DateTimeFormatter> MOMENT = Map.of(
            Locale.SIMPLIFIED_CHINESE, DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.SIMPLIFIED_CHINESE),
            Locale.ENGLISH, DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH));

    private final ShippedTemplates shipped;
    private final TemplatesInForce inForce;
    private final Rendering rendering;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoticeTemplates(ShippedTemplates shipped, TemplatesInForce inForce, Rendering rendering, ApplicationEventPublisher events, Clock clock) {
        this.shipped = shipped;
        this.inForce = inForce;
        this.rendering = rendering;
        this.events = events;
        this.clock = clock;
    }

    /** @param values plain text by name, in each language; moments and days as ISO 8601 */
    List<Wording> word(String kind, Function<Locale, Map<String, String>> values) {
        return Language.ALL.stream().map(locale -> word(inForce.of(kind, locale), readable(values.apply(locale), locale))).toList();
    }

    private Wording word(TemplateVersion version, Map<String, String> values) {
        if (version.followsProgram()) {
            return program(version, values);
        }
        try {
            return Saying.of(version, values, rendering::bounded);
        } catch (TemplateFailure failed) {
            LOG.warn("Version {} of the notice {} in {} fails, the one of the program is used: {}", version.version(), version.kind(),
                    version.locale(), failed.getMessage());
            events.publishEvent(new TemplateFailed(version.kind(), version.locale(), version.version(), failed.fault()));
            return program(shipped.find(version.kind(), version.locale()), values);
        }
    }

    private Wording program(TemplateVersion version, Map<String, String> values) {
        try {
            return Saying.of(version, values, rendering::trusted);
        } catch (TemplateFailure failed) {
            throw new IllegalStateException("The notice " + version.kind() + " cannot be written", failed);
        }
    }

    /** Values as they are said in this language. */
    Map<String, String> readable(Map<String, String> values, Locale locale) {
        Map<String, String> said = new HashMap<>();
        values.forEach((name, value) -> said.put(name, value == null ? null : readable(value, locale)));
        return said;
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
