package org.zhiping.intake;

/** An applicant has answered a return; the case goes back to review. */
public record MaterialsSupplemented(String caseNumber) {
}
