package org.zhiping.exam;

import java.util.Collection;
import java.util.List;

/** Who may take which part in whose case 回避; the side that keeps relations and duties implements this. */
public interface Conflicts {

    /**
     * @param reason code of the refusal, as {@code duty-same-employer}
     * @param args   of its text: the case, the person in the words of whoever is told, and what the table says
     */
    record Conflict(String caseNumber, String reason, Object... args) {
    }

    /**
     * What keeps this person from doing this in these cases; empty when nothing does.
     *
     * @param task user-task id
     */
    List<Conflict> of(String person, String task, Collection<String> caseNumbers);

    /** The same, where the act is refused for it: the record of each of these cases says so. */
    List<Conflict> against(String person, String task, Collection<String> caseNumbers);

    /**
     * Before a person opens the file of a case.
     *
     * @throws org.zhiping.platform.Refusal (FORBIDDEN) when the applicant is this person, or somebody whose case they must keep out of
     *         whatever the step
     */
    void requireReader(String person, String caseNumber);

    /**
     * Before a person settles who does something in cases, or what somebody did there counts for.
     *
     * @param tasks user-task ids
     * @throws org.zhiping.platform.Refusal (FORBIDDEN) when an applicant is this person, or somebody whose case they must keep out of
     */
    void requireGiver(String person, Collection<String> tasks, Collection<String> caseNumbers);
}
