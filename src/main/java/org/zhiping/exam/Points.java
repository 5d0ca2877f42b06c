package org.zhiping.exam;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.zhiping.platform.Refusal;
import org.zhiping.standard.Scale;

/** A score given by one scorer: whole hundredths of a point, so that sums and comparisons are exact. */
public record Points(long hundredths) {

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
        return new Points(number.setScale(2, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
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
        return mean(hundredths, 1, decimals).toPlainString();
    }

    /** The mean of some scores, cut off after so many decimals and never rounded up. */
    static BigDecimal mean(long sum, int scorers, int decimals) {
        return BigDecimal.valueOf(sum, 2).divide(BigDecimal.valueOf(scorers), decimals, RoundingMode.DOWN);
    }
}
