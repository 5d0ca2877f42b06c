package org.zhiping.platform.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.zhiping.platform.Refusal;

/**
 * Reads the values that a form handler is given. The gate has checked them against the form; what still does not fit
 * is refused as malformed and never converted by guess.
 */
public record Submitted(Map<String, ?> values) {

    /** The text without outer blanks; empty when there is none. */
    public String text(String key) {
        Object value = values.get(key);
        return value == null ? "" : value.toString().strip();
    }

    /** A text that says something. */
    public String said(String key) {
        if (text(key).isEmpty()) {
            throw Refusal.invalid(key, "value-missing");
        }
        return text(key);
    }

    public boolean checked(String key) {
        return Boolean.TRUE.equals(values.get(key)) || "true".equals(values.get(key));
    }

    public List<String> texts(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    /** The rows of a dynamic list. */
    @SuppressWarnings("unchecked")
    public List<Submitted> rows(String key) {
        return list(key).stream().map(row -> {
            if (row instanceof Map<?, ?> map) {
                return new Submitted((Map<String, ?>) map);
            }
            throw Refusal.invalid(key, "value-malformed");
        }).toList();
    }

    private Collection<?> list(String key) {
        Object value = values.get(key);
        if (value instanceof Collection<?> list) {
            return list;
        }
        if (value == null) {
            return List.of();
        }
        throw Refusal.invalid(key, "value-malformed");
    }

    /** A whole number; null when the field is empty. */
    public Integer integer(String key) {
        if (text(key).isEmpty()) {
            return null;
        }
        try {
            return new BigDecimal(text(key)).intValueExact();
        } catch (ArithmeticException | NumberFormatException notWhole) {
            throw Refusal.invalid(key, "value-malformed");
        }
    }

    public int required(String key) {
        Integer number = integer(key);
        if (number == null) {
            throw Refusal.invalid(key, "value-missing");
        }
        return number;
    }

    /** Without an offset it is the institution's local time. */
    public Instant moment(String key, Clock clock) {
        try {
            TemporalAccessor read = DateTimeFormatter.ISO_DATE_TIME.parseBest(text(key), OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime exact ? exact.toInstant() : ((LocalDateTime) read).atZone(clock.getZone()).toInstant();
        } catch (DateTimeException unreadable) {
            throw Refusal.invalid(key, "value-malformed");
        }
    }
}
