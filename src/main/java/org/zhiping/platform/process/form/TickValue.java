package org.zhiping.platform.process.form;

import java.util.Map;

/** A checkbox; where it is required, it must be ticked. */
record TickValue() implements ValueType {

    @Override
    public Object read(Object raw, Map<String, Object> shown) {
        if (!(raw instanceof Boolean ticked)) {
            throw new FieldFault("form-type-tick");
        }
        return ticked;
    }
}
