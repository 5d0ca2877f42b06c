package org.zhiping.exam;

import org.zhiping.platform.process.ProcessMessage;

/** A candidate has a seat for a part; the case may go on to its ticket. */
@ProcessMessage
public record CandidateSeated(String caseNumber, String part) {
}
