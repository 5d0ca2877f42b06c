package org.zhiping.platform.process.form;

import java.util.Map;

/** How one kind of form component reads what was submitted for it. */
interface ValueType {

    /**
     * @param raw   never null
     * @param shown what the form showed, where options may come from; {@code this} is what it showed in the same row
     * @return the value in the one form that handlers see, or null when nothing was entered
     * @throws FieldFault when the value is of another kind or out of bounds
     */
    Object read(Object raw, Map<String, Object> shown);
}
