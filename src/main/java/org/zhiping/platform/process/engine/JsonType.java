package org.zhiping.platform.process.engine;

import java.util.Map;
import org.camunda.bpm.engine.variable.impl.type.PrimitiveValueTypeImpl;
import org.camunda.bpm.engine.variable.impl.value.PrimitiveTypeValueImpl;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Lists and rows on their way between a form and the gate, as JSON text. The type has no serializer, so that nothing of it
 * can become a process variable.
 */
public final class JsonType extends PrimitiveValueTypeImpl {

    public static final JsonType JSON = new JsonType();

    private JsonType() {
        super("json", String.class);
    }

    public static TypedValue value(String json) {
        return new PrimitiveTypeValueImpl<>(json, JSON);
    }

    @Override
    public TypedValue createValue(Object value, Map<String, Object> info) {
        return value((String) value);
    }
}
