package org.zhiping.platform.process;

import java.util.Optional;
import org.zhiping.platform.Refusal;

/** Asked by the gate when somebody acts on a task that nobody completed and that is no longer open; the features behind the cases know why. */
@FunctionalInterface
public interface EndedCases {

    /**
     * @param businessKey case number, or session number
     * @return what to tell the person; empty while the case or session goes on
     */
    Optional<Refusal.Fault> why(String businessKey);
}
