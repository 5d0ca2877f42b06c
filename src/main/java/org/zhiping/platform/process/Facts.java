package org.zhiping.platform.process;

import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;

/** Facts on their way to a decision. The engine sees them and stores nothing of them. */
public final class Facts {

    private Facts() {
    }

    /** A transient value for an activity-local input parameter named {@code facts}. */
    public static Object of(Map<String, ?> facts) {
        return Variables.untypedValue(facts, true);
    }
}
