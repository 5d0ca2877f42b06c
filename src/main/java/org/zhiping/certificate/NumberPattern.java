package org.zhiping.certificate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How certificate numbers are written: capital letters, digits and hyphens around {@code {year}} or {@code {year:2}},
 * {@code {level}} and {@code {serial:4}} to {@code {serial:9}}, each exactly once, such as
 * {@code IO-{year}-{level}-{serial:6}}.
 */
final class NumberPattern {

    /** The same as the parameter's {@code pattern} in the standard's pack, so that no round opens with another value. */
    static final String GRAMMAR = "(?=.{1,60}$)(?=.*-)(?=.*\\{year)(?=.*\\{level)(?=.*\\{serial)(?!.*(\\{[a-z]+).*\\1)(?!-)"
            + "([A-Z0-9-]|\\{year(:2)?}|\\{level}|\\{serial:[4-9]})+(?<!-)";
    private static final Pattern SERIAL = Pattern.compile("\\{serial:([4-9])}");

    private final String text;

    private NumberPattern(String text) {
        this.text = text;
    }

    /**
     * The institution's own pattern. It has a hyphen, so that no number can pass for one of the national 22-position
     * coding.
     */
    static NumberPattern own(String text) {
        if (text == null || !text.matches(GRAMMAR)) {
            throw new IllegalArgumentException("Not a pattern of certificate numbers: " + text);
        }
        return new NumberPattern(text);
    }

    /** The national coding of 22 positions: kind of body, body code, province, site, year, level digit, serial. */
    static NumberPattern national(String bodyKind, String bodyCode, String province, String site) {
        return new NumberPattern(shaped("certificate.bodyKind", bodyKind, "[A-Z]")
                + shaped("certificate.bodyCode", bodyCode, "\\d{4}")
                + shaped("certificate.province", province, "\\d{2}")
                + shaped("certificate.site", site, "\\d{6}") + "{year:2}{level}{serial:6}");
    }

    /** The numbers that count their serials together: the pattern with the year filled in. */
    String series(int year) {
        return text.replace("{year}", "%04d".formatted(year)).replace("{year:2}", "%02d".formatted(year % 100));
    }

    /** @throws IllegalStateException when the serial has outgrown its places */
    static String number(String series, String level, long serial) {
        Matcher field = SERIAL.matcher(series);
        if (!field.find()) {
            throw new IllegalArgumentException("No serial in " + series);
        }
        String digits = Long.toString(serial);
        int places = Integer.parseInt(field.group(1));
        if (digits.length() > places) {
            throw new IllegalStateException("The series " + series + " is used up");
        }
        return field.replaceFirst("0".repeat(places - digits.length()) + digits).replace("{level}", level);
    }

    private static String shaped(String parameter, String value, String shape) {
        if (value == null || !value.matches(shape)) {
            throw new IllegalArgumentException("Not a value of " + parameter + ": " + value);
        }
        return value;
    }
}
