package org.zhiping.intake;

import org.zhiping.platform.process.ProcessMessage;

/** An applicant has handed in an application; its case begins. */
@ProcessMessage
public record ApplicationSubmitted(String caseNumber, String standard, String edition, String level, String direction) {
}
