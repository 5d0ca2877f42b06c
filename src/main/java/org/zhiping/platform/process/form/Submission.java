package org.zhiping.platform.process.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/** One reading of what a person submitted. It goes on after a fault, so that a person sees all of them at once. */
final class Submission {

    private final Map<String, Object> shown;
    private final List<Fault> faults = new ArrayList<>();

    Submission(Map<String, Object> shown) {
        this.shown = shown;
    }

    Map<String, Object> shown() {
        return shown;
    }

    void fault(String field, String code, Object... args) {
        faults.add(new Fault(field, code, args));
    }

    void refuseIfFaulty() {
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    /** What conditions see: everything shown, with each input's own value as submitted, or null. */
    static Map<String, Object> data(Map<String, Object> around, List<Field> fields, Map<String, ?> submitted) {
        Map<String, Object> data = new HashMap<>(around);
        fields.stream().filter(field -> !field.readonly()).forEach(field -> data.put(field.key(), submitted.get(field.key())));
        return data;
    }

    /**
     * Reads the fields of a form, or of one row.
     *
     * @param prefix what leads to the fields in messages, as {@code materials[0].}
     * @param labels the same for people
     */
    Map<String, Object> read(List<Field> fields, Map<String, ?> submitted, Map<String, ?> shownHere, Map<String, Object> data,
                             String prefix, String labels) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            Object value = field.readonly() ? unchanged(field, submitted, shownHere, prefix, labels)
                    : entered(field, submitted.get(field.key()), shownHere, data, prefix, labels);
            if (value != null) {
                values.put(field.key(), value);
            }
        }
        return values;
    }

    private Object unchanged(Field field, Map<String, ?> submitted, Map<String, ?> shownHere, String prefix, String labels) {
        Object shownValue = shownHere.get(field.key());
        if (submitted.containsKey(field.key()) && !same(submitted.get(field.key()), shownValue)) {
            fault(prefix + field.key(), "form-readonly", labels + field.label());
        }
        return shownValue;
    }

    private Object entered(Field field, Object raw, Map<String, ?> shownHere, Map<String, Object> data, String prefix, String labels) {
        String name = prefix + field.key();
        String label = labels + field.label();
        if (field.hidden(data)) {
            if (!blank(raw)) {
                fault(name, "form-hidden", label);
            }
            return null;
        }
        try {
            Object value = raw == null ? null : field.type().read(raw, around(shownHere));
            if (field.required() && blank(value)) {
                fault(name, "form-required", label);
            }
            return value;
        } catch (FieldFault wrong) {
            fault(name, wrong.code(), wrong.args(label));
            return null;
        }
    }

    private Map<String, Object> around(Map<String, ?> shownHere) {
        Map<String, Object> around = new HashMap<>(shown);
        around.put("this", shownHere);
        return around;
    }

    void refuseUnknown(Set<String> known, Set<String> submitted, String prefix) {
        submitted.stream().filter(key -> !known.contains(key)).sorted()
                .forEach(key -> fault(prefix + key, "form-unknown", prefix + key));
    }

    static boolean same(Object one, Object other) {
        if (one instanceof Number && other instanceof Number) {
            return Component.decimal(one).compareTo(Component.decimal(other)) == 0;
        }
        return Objects.equals(text(one), text(other));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    static boolean blank(Object value) {
        return value == null || value.equals(false) || value instanceof String text && text.isBlank()
                || value instanceof Collection<?> list && list.isEmpty();
    }
}
