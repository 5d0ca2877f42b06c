package org.zhiping.platform.process.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may be chosen: listed in the form, shown by the handler under {@code valuesKey}, or found by {@code valuesExpression} in what
 * the handler shows, where {@code this} is what it shows in the same row.
 */
record Options(Set<String> listed, String key, ShownValue expression) {

    static Options of(Component component) {
        List<Object> listed = component.list("values");
        String key = component.property("valuesKey").map(Object::toString).orElse(null);
        ShownValue expression = component.property("valuesExpression").map(text -> ShownValue.of(component, text.toString())).orElse(null);
        if (Stream.of(!listed.isEmpty(), key != null, expression != null).filter(given -> given).count() != 1) {
            throw component.notUnderstood("options: exactly one of values, valuesKey and valuesExpression is needed");
        }
        return new Options(values(listed), key, expression);
    }

    private static Set<String> values(Collection<?> options) {
        Set<String> values = new LinkedHashSet<>();
        options.forEach(option -> values.add(String.valueOf(option instanceof Map<?, ?> map ? map.get("value") : option)));
        return values;
    }

    /** A handler that shows no options offers none. */
    private Set<String> offered(Map<String, Object> shown) {
        Object found = expression != null ? expression.in(shown) : key != null ? shown.get(key) : listed;
        return found instanceof Collection<?> options ? values(options) : Set.of();
    }

    ValueType one() {
        return (raw, shown) -> {
            if (raw instanceof String text && text.isEmpty()) {
                return null;
            }
            if (!(raw instanceof String) || !offered(shown).contains(raw)) {
                throw new FieldFault("form-option");
            }
            return raw;
        };
    }

    ValueType several() {
        return (raw, shown) -> {
            if (!(raw instanceof Collection<?> chosen)) {
                throw new FieldFault("form-type-list");
            }
            Set<String> offered = offered(shown);
            List<String> values = new ArrayList<>();
            for (Object option : chosen) {
                if (!(option instanceof String text) || !offered.contains(text)) {
                    throw new FieldFault("form-option");
                }
                if (values.contains(text)) {
                    throw new FieldFault("form-option-twice");
                }
                values.add(text);
            }
            return values.isEmpty() ? null : List.copyOf(values);
        };
    }
}
