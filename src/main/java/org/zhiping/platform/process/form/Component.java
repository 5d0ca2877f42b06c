package org.zhiping.platform.process.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One component of a {@code .form} file, as JSON. */
record Component(Map<String, Object> json) {

    String type() {
        return String.valueOf(json.get("type"));
    }

    Optional<Object> property(String name) {
        return Optional.ofNullable(json.get(name));
    }

    Optional<Object> validate(String name) {
        return property("validate").map(rules -> ((Map<?, ?>) rules).get(name));
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(json.get(name));
    }

    /** Without a label the key must do. */
    String label() {
        return property("label").or(() -> property("dateLabel")).or(() -> property("key")).orElse("").toString();
    }

    @SuppressWarnings("unchecked")
    List<Object> list(String name) {
        return (List<Object>) property(name).orElse(List.of());
    }

    @SuppressWarnings("unchecked")
    List<Component> components() {
        return list("components").stream().map(json -> new Component((Map<String, Object>) json)).toList();
    }

    IllegalArgumentException notUnderstood(String what) {
        return new IllegalArgumentException("Component " + property("id").orElse(label()) + " (" + type() + "): " + what);
    }

    static int integer(Object value) {
        return new BigDecimal(value.toString()).intValueExact();
    }

    static BigDecimal decimal(Object value) {
        return new BigDecimal(value.toString());
    }
}
