package org.zhiping.platform.process.form;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/** A number, kept exactly as it was written. */
record NumberValue(BigDecimal least, BigDecimal most, Integer decimals) implements ValueType {

    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
    private static final BigDecimal BOUND = new BigDecimal("1000000000000000");

    static NumberValue of(Component component) {
        return new NumberValue(component.validate("min").map(Component::decimal).orElse(null),
                component.validate("max").map(Component::decimal).orElse(null),
                component.property("decimalDigits").map(Component::integer).orElse(null));
    }

    @Override
    public Object read(Object raw, Map<String, Object> shown) {
        if (raw instanceof String text && text.isBlank()) {
            return null;
        }
        BigDecimal number = exact(raw);
        if (least != null && most != null && (number.compareTo(least) < 0 || number.compareTo(most) > 0)) {
            throw new FieldFault("form-range", least.toPlainString(), most.toPlainString());
        }
        if (least != null && number.compareTo(least) < 0) {
            throw new FieldFault("form-least", least.toPlainString());
        }
        if (number.abs().compareTo(BOUND) > 0 || most != null && number.compareTo(most) > 0) {
            throw new FieldFault("form-most", (most == null ? BOUND : most).toPlainString());
        }
        if (decimals != null && number.stripTrailingZeros().scale() > decimals) {
            throw new FieldFault(decimals == 0 ? "form-integer" : "form-decimals", decimals);
        }
        return number;
    }

    private static BigDecimal exact(Object raw) {
        if (raw instanceof String text && PLAIN.matcher(text.strip()).matches()) {
            return new BigDecimal(text.strip());
        }
        if (!(raw instanceof Number) || raw instanceof Double real && !Double.isFinite(real)
                || raw instanceof Float single && !Float.isFinite(single)) {
            throw new FieldFault("form-type-number");
        }
        return new BigDecimal(raw.toString());
    }
}
