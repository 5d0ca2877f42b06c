package org.zhiping.intake;

import org.zhiping.platform.process.ProcessMessage;

/** The applicant has given up a submitted application. */
@ProcessMessage
public record ApplicationWithdrawn(String caseNumber) {
}
