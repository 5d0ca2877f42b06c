package org.zhiping.casework;

import java.time.Instant;
import java.util.List;

/** Who has had a hand in a case: the record that the separation of duties 回避 rests on. */
public interface CasePeople {

    /**
     * A task that somebody completed.
     *
     * @param task    id of the user task
     * @param account who did it
     * @param session number of the session it was done in; null for a task of the case itself
     * @param voided  whether it was declared void afterwards
     */
    record Deed(String task, String account, String session, Instant at, boolean voided) {
    }

    /** Oldest first; the caller decides who may see it. */
    List<Deed> of(String caseNumber);
}
