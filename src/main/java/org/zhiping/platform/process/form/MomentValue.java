package org.zhiping.platform.process.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import org.zhiping.platform.TimeConfiguration;

/** A date, a time, or both; a date with time always carries an offset, the institution's where none was given. */
enum MomentValue implements ValueType {
    DATE {
        @Override
        String canonical(String text) {
            return LocalDate.parse(text).toString();
        }
    },
    TIME {
        @Override
        String canonical(String text) {
            TemporalAccessor time = DateTimeFormatter.ISO_TIME.parseBest(text, OffsetTime::from, LocalTime::from);
            return LocalTime.from(time).toString();
        }
    },
    DATETIME {
        @Override
        String canonical(String text) {
            TemporalAccessor moment =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            OffsetDateTime at = moment instanceof OffsetDateTime offset ? offset
                    : LocalDateTime.from(moment).atZone(INSTITUTION).toOffsetDateTime();
            if (at.getYear() < 1900 || at.getYear() > 2999) {
                throw new DateTimeException(text);
            }
            return at.toString();
        }
    };

    private static final ZoneId INSTITUTION = ZoneId.of(TimeConfiguration.ZONE);

    static MomentValue of(Component component) {
        String subtype = component.property("subtype").map(Object::toString).orElse("datetime");
        try {
            return valueOf(subtype.toUpperCase());
        } catch (IllegalArgumentException e) {
            throw component.notUnderstood("subtype " + subtype);
        }
    }

    abstract String canonical(String text);

    @Override
    public Object read(Object raw, Map<String, Object> shown) {
        if (raw instanceof String text && text.isBlank()) {
            return null;
        }
        try {
            return canonical((String) raw);
        } catch (DateTimeException | ClassCastException wrong) {
            throw new FieldFault("form-type-moment");
        }
    }
}
