package org.zhiping.platform.process.form;

import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.zhiping.platform.GivenPattern;

/** Text of one line or of several. */
record TextValue(boolean manyLines, int shortest, int longest, GivenPattern pattern) implements ValueType {

    private static final int LONGEST = 10_000;
    private static final Map<String, GivenPattern> KNOWN = Map.of("email", GivenPattern.of("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"),
            "phone", GivenPattern.of("^\\+?[0-9][0-9 -]{4,30}$"));

    static TextValue of(Component component, boolean manyLines) {
        return new TextValue(manyLines, component.validate("minLength").map(Component::integer).orElse(0),
                component.validate("maxLength").map(Component::integer).orElse(LONGEST), pattern(component));
    }

    private static GivenPattern pattern(Component component) {
        Optional<Object> kind = component.validate("validationType").filter(type -> !type.equals("custom"));
        if (kind.isPresent()) {
            return Optional.ofNullable(KNOWN.get(kind.get().toString()))
                    .orElseThrow(() -> component.notUnderstood("validationType " + kind.get()));
        }
        try {
            return component.validate("pattern").map(Object::toString).filter(text -> !text.isEmpty())
                    .map(GivenPattern::of).orElse(null);
        } catch (PatternSyntaxException e) {
            throw component.notUnderstood("pattern " + e.getPattern());
        }
    }

    @Override
    public Object read(Object raw, Map<String, Object> shown) {
        if (!(raw instanceof String given)) {
            throw new FieldFault("form-type-text");
        }
        String text = given.strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.chars().anyMatch(this::forbidden)) {
            throw new FieldFault("form-characters");
        }
        int length = text.codePointCount(0, text.length());
        if (length < shortest) {
            throw new FieldFault("form-short", shortest);
        }
        if (length > longest) {
            throw new FieldFault("form-long", longest);
        }
        if (pattern != null && !fits(text)) {
            throw new FieldFault("form-pattern");
        }
        return text;
    }

    private boolean fits(String text) {
        try {
            return pattern.isIn(text);
        } catch (GivenPattern.TooCostly costly) {
            throw new FieldFault("form-pattern-costly");
        }
    }

    private boolean forbidden(int character) {
        boolean layout = character == '\n' || character == '\r' || character == '\t';
        return Character.isISOControl(character) && !(manyLines && layout);
    }
}
