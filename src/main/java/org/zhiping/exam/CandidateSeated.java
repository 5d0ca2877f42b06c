package org.zhiping.exam;

/** A candidate has a seat for a part; the case may go on to its ticket. */
public record CandidateSeated(String caseNumber, String part) {
}
