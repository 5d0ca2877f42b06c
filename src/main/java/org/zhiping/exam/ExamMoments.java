package org.zhiping.exam;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** When sessions and panels are held, for many at once. What has no moment yet is absent. */
public interface ExamMoments {

    /** One part of one case. */
    record CasePart(String caseNumber, String part) {
    }

    /** The start of each of these sessions, by its number. */
    Map<String, Instant> ofSessions(Collection<String> numbers);

    /** When the panel at work, or the last one, is held, for each part of these cases. */
    Map<CasePart, Instant> ofPanels(Collection<String> caseNumbers);

    /** The latest start that a ticket admits to, or did, for each part of these cases. */
    Map<CasePart, Instant> ofTickets(Collection<String> caseNumbers);
}
