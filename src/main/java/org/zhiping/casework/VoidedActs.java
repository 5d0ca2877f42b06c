package org.zhiping.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhiping.platform.Refusal;

/** What was done in a case, and which of it is void because the person should have kept out 回避. */
public interface VoidedActs {

    /**
     * @param task    user-task id
     * @param session null unless it was done for a whole session
     * @param voiding null while it stands
     */
    record Act(long id, String caseNumber, String task, String account, String session, Instant at, Voiding voiding) {

        /** Whether somebody else has to be named who does it again. */
        public boolean needsSuccessor() {
            return task.equals("enter-scores");
        }
    }

    /** Why, by whom and when an act was declared void. */
    record Voiding(String reason, String by, Instant at) {
    }

    /** Oldest first. */
    List<Act> of(String caseNumber);

    /** What stands against this person's declaring the act void, as far as it can be told before anything is done; empty where nothing does. */
    Optional<Refusal> against(long act, String by);

    /**
     * Declares an act void and has it done again. Its person keeps out of the case from now on.
     *
     * @param successor who scores instead; blank for acts that a role does again
     * @param by        who leads the role of the act, did not do it, and need not keep out of the case
     * @throws Refusal otherwise, and where the case has come too far
     */
    void annul(long act, String reason, String successor, String by);
}
