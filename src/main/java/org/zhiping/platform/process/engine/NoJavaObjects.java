package org.zhiping.platform.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.value.ObjectValue;

/**
 * Takes the place of Java serialisation. A transient object, such as the facts of a decision, may pass through a
 * process; to store one is a mistake in a model, and to read one is an attack.
 */
class NoJavaObjects extends JavaObjectSerializer {

    @Override
    protected boolean canSerializeValue(Object value) {
        return true;
    }

    @Override
    public void writeValue(ObjectValue value, ValueFields fields) {
        if (!value.isTransient()) {
            throw new BadUserRequestException("A process variable must be text, a number, a date or a boolean, but "
                    + fields.getName() + " is a Java object");
        }
    }

    @Override
    protected Object deserializeFromByteArray(byte[] bytes, String typeName) {
        throw new BadUserRequestException("Java objects are never read");
    }
}
