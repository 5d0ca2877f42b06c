package org.zhiping.platform.process.form;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** One input of a form. It is hidden when its own condition or that of a group around it says so. */
record Field(String key, String label, boolean required, boolean readonly, List<HideCondition> hidden, ValueType type) {

    private static final Set<String> DECORATION = Set.of("text", "separator", "spacer", "table");

    static boolean decoration(Component component) {
        return DECORATION.contains(component.type());
    }

    static Field of(Component component, List<HideCondition> hidden) {
        String key = component.property("key").map(Object::toString).orElse("");
        if (key.isEmpty() || key.contains(".")) {
            throw component.notUnderstood("key \"" + key + "\"");
        }
        return new Field(key, component.label(), Boolean.TRUE.equals(component.validate("required").orElse(false)),
                component.flag("readonly") || component.flag("disabled"), hidden, type(component));
    }

    private static ValueType type(Component component) {
        return switch (component.type()) {
            case "textfield" -> TextValue.of(component, false);
            case "textarea" -> TextValue.of(component, true);
            case "number" -> NumberValue.of(component);
            case "checkbox" -> new TickValue();
            case "radio", "select" -> Options.of(component).one();
            case "checklist", "taglist" -> Options.of(component).several();
            case "datetime" -> MomentValue.of(component);
            default -> throw component.notUnderstood("this type is not allowed");
        };
    }

    boolean hidden(Map<String, Object> data) {
        return hidden.stream().anyMatch(condition -> condition.holds(data));
    }
}
