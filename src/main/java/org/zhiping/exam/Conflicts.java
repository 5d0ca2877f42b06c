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
}
