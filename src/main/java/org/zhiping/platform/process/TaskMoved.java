package org.zhiping.platform.process;

import java.time.Instant;
import java.util.List;

/**
 * A user task has come up, changed hands, changed otherwise, or gone. Published while the engine's transaction runs, for every
 * task and whoever moves it: what a listener writes is kept or lost with the move itself.
 *
 * @param key         user-task id in the model
 * @param businessKey case number, or session number in {@code exam-session}
 * @param assignee    account id after the move, or null
 * @param groups      candidate groups after the move, sorted; told with CREATED and UPDATED, empty with the other kinds,
 *                    which do not change them and would have to read them for this
 * @param due         null when the task has no deadline
 * @param by          account id of the person whose act moved the task; null when it was a job or the applicant's portal
 * @param before      account id of who had it until then, told with ASSIGNED; null with the other kinds and where nobody had it
 * @param part        the process variable of this name, told with CREATED; null with the other kinds and where there is none
 */
public record TaskMoved(String taskId, String key, String businessKey, Kind kind, String assignee, List<String> groups,
                        Instant created, Instant due, String by, String before, String part) {

    /**
     * CREATED tells the first assignee too; ASSIGNED is a later one, or none; UPDATED is any other change, such as the deadline
     * or the candidates; DELETED is the end of a task that nobody completed, as when its case is withdrawn.
     */
    public enum Kind { CREATED, ASSIGNED, UPDATED, COMPLETED, DELETED;

        /** Whether the task is no longer open. */
        public boolean ends() {
            return this == COMPLETED || this == DELETED;
        }
    }
}
