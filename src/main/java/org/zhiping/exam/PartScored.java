package org.zhiping.exam;

import org.zhiping.platform.process.ProcessMessage;

/** The record of a part is final; the case may go on to the part's outcome. */
@ProcessMessage
public record PartScored(String caseNumber, String part) {
}
