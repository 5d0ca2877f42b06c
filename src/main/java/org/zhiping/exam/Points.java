package org.zhiping.exam;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.zhiping.platform.Refusal;
import org.zhiping.standard.Scale;

/**
 * A score given by one scorer in whole millionths of a point. A score has two decimals at most and so has a weight in
 * percent: weighted sums, and sums over scorers, stay exact.
 */
public record Points(long millionths) {

    private static final int SCALE = 6;


    private static final Pattern WRITTEN = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,30})?");

    /**
     * Takes a number or its text. Nothing is rounded: more decimals than the scale allows are refused.
     *
     * @param field the field that a refusal names
     */
    public static Points parse(String field, Object value, Scale scale) {
        BigDecimal number = number(field, value);
        if (number.signum() < 0 || number.compareTo(scale.max()) > 0) {
            throw Refusal.invalid(field, "score-out-of-range", scale.max().toPlainString());
        }
        if (number.stripTrailingZeros().scale() > scale.decimals()) {
            throw Refusal.invalid(field, "score-decimals", scale.decimals());
        }
        return new Points(number.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
    }

    private static BigDecimal number(String field, Object value) {
        String text = value == null ? "" : value.toString().strip();
        if (value instanceof Number || WRITTEN.matcher(text).matches()) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException infinite) {
                throw Refusal.invalid(field, "score-not-a-number");
            }
        }
        throw Refusal.invalid(field, "score-not-a-number");
    }

    public String shown(int decimals) {
        return mean(millionths, 1, decimals).toPlainString();
    }

    /** @param percent with two decimals at most; exact for a score that was entered */
    Points weighing(BigDecimal percent) {
        return new Points(percent.multiply(BigDecimal.valueOf(millionths)).movePointLeft(2).longValueExact());
    }

    Points plus(Points other) {
        return new Points(millionths + other.millionths);
    }

    static BigDecimal decimal(long sum) {
        return BigDecimal.valueOf(sum, SCALE);
    }

    /** The mean of some scores, cut off after so many decimals and never rounded up. */
    static BigDecimal mean(long sum, int scorers, int decimals) {
        return decimal(sum).divide(BigDecimal.valueOf(scorers), decimals, RoundingMode.DOWN);
    }
}
