package org.zhiping.intake;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what people type: full-width digits, dates with slashes or dots or 年月日 or with nothing between. */
final class Typed {

    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{4})(\\d{2})(\\d{2})");
    private static final DateTimeFormatter STRICT = DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);

    private Typed() {
    }

    /** Full-width characters become plain ones; blanks inside go. */
    static String compact(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    static Optional<LocalDate> date(String typed) {
        Matcher parts = DATE.matcher(compact(typed));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int first = parts.group(1) == null ? 4 : 1;
        String iso = "%s-%02d-%02d".formatted(parts.group(first), Integer.parseInt(parts.group(first + 1)), Integer.parseInt(parts.group(first + 2)));
        try {
            return Optional.of(LocalDate.parse(iso, STRICT));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A whole number from 0 to 99999. */
    static Optional<Integer> number(String typed) {
        String digits = compact(typed);
        return digits.matches("\\d{1,5}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }
}
