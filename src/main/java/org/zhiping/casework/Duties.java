package org.zhiping.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who has done what in a case. */
interface Duties {

    /**
     * @param done   user-task ids that the account has completed
     * @param voided those of them that were declared void; a task that was done again after that is in both
     */
    record Record(Set<String> done, Set<String> voided) {

        static final Record NONE = new Record(Set.of(), Set.of());
    }

    /**
     * One act in one case.
     *
     * @param session null unless it was done for a whole session
     * @param voiding null while it stands
     */
    record Act(long id, String caseNumber, String task, String account, String session, Instant doneAt, Voiding voiding) {
    }

    /** Why an act is void. */
    record Voiding(String reason, String by, Instant at) {
    }

    void add(Collection<String> caseNumbers, String task, String account, String sessionNumber);

    /** By case; a case in which the account has done nothing is missing. */
    Map<String, Record> of(Collection<String> caseNumbers, String account);

    /** Of these cases those in which this account was the last to complete this task. */
    List<String> lastBy(String account, String task, Collection<String> caseNumbers);

    /** Oldest first. */
    List<Act> in(String caseNumber);

    Optional<Act> find(long id);

    /**
     * Declares an act void; it is kept.
     *
     * @param said what is kept nowhere else of it
     * @param cases the cases for which it is void: that of the act, or all of its session
     */
    void annul(Act act, Collection<String> cases, String said, String reason, String by);
}
