package org.zhiping.platform.process.gate;

import org.camunda.bpm.engine.BadUserRequestException;
import org.zhiping.platform.Refusal;

/** A refusal on its way out of an engine command; of this kind the engine rolls back without an error in the log. */
final class GateRefusal extends BadUserRequestException {

    private final transient Refusal refusal;

    GateRefusal(Refusal refusal) {
        super(refusal.getMessage(), refusal);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
