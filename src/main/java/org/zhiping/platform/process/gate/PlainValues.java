package org.zhiping.platform.process.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.engine.JsonType;

/** Between the engine's typed values and plain ones: text, numbers, booleans, lists and maps. */
final class PlainValues {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private PlainValues() {
    }

    static Map<String, Object> of(Map<String, Object> submitted) {
        Map<String, Object> plain = new LinkedHashMap<>();
        if (submitted != null) {
            submitted.keySet().forEach(name -> plain.put(name, plain(name, typed(submitted, name))));
        }
        return plain;
    }

    private static Object typed(Map<String, Object> submitted, String name) {
        return submitted instanceof VariableMap variables ? variables.getValueTyped(name) : submitted.get(name);
    }

    private static Object plain(String name, Object value) {
        if (!(value instanceof TypedValue typed)) {
            return value;
        }
        if (typed.getType() == JsonType.JSON) {
            return parsed(name, (String) typed.getValue());
        }
        boolean plain = typed.getType() == null || typed.getType() == ValueType.NULL || typed instanceof PrimitiveValue;
        if (!plain || typed.getValue() instanceof byte[]) {
            throw Refusal.invalid(name, "form-type-value", name);
        }
        return typed.getValue() instanceof Date date ? date.toInstant().toString() : typed.getValue();
    }

    private static Object parsed(String name, String json) {
        try {
            return json == null ? null : JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw Refusal.invalid(name, "form-type-value", name);
        }
    }

    /** The plain texts among process variables. */
    static Map<String, String> texts(Map<String, Object> variables) {
        Map<String, String> texts = new HashMap<>();
        variables.forEach((name, value) -> {
            if (value instanceof String text) {
                texts.put(name, text);
            }
        });
        return texts;
    }

    /** What a form shows, in the types that Camunda's clients understand. */
    static Map<String, Object> typed(Map<String, Object> shown) {
        Map<String, Object> typed = new LinkedHashMap<>();
        shown.forEach((name, value) -> typed.put(name, typed(value)));
        return typed;
    }

    private static Object typed(Object value) {
        if (value instanceof Collection || value instanceof Map) {
            return JsonType.value(json(value));
        }
        if (value instanceof BigDecimal number) {
            return number.doubleValue();
        }
        boolean known = value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long || value instanceof Double;
        return known ? Variables.untypedValue(value) : value.toString();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
