package org.zhiping.platform.process.gate;

import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.zhiping.platform.Refusal;

/** Says in our own terms what the engine refuses. */
final class Refusals {

    private Refusals() {
    }

    static <T> T translate(Supplier<T> act) {
        try {
            return act.get();
        } catch (GateRefusal refused) {
            throw refused.refusal();
        } catch (AuthorizationException notAllowed) {
            throw Refusal.forbidden("task-not-yours");
        } catch (TaskAlreadyClaimedException taken) {
            throw Refusal.conflict("task-taken");
        } catch (OptimisticLockingException overtaken) {
            throw Refusal.conflict("task-overtaken");
        } catch (SuspendedEntityInteractionException suspended) {
            throw Refusal.conflict("task-suspended");
        }
    }
}
