package org.zhiping.intake;

import java.time.Instant;
import java.util.Map;

/**
 * A case has moved; published in the transaction that moved it.
 *
 * @param args values for the notice and timeline texts, such as reason, part, session, number, due; no personal data
 */
public record MilestoneReached(long id, String caseNumber, String applicant, Milestone milestone,
                               Map<String, String> args, Instant at) {
}
