package org.zhiping.intake;

/** An applicant has withdrawn; the application is already closed when this is published. */
public record ApplicationWithdrawn(String caseNumber) {
}
