package org.zhiping.intake;

/** The applicant has given up a submitted application. */
public record ApplicationWithdrawn(String caseNumber) {
}
