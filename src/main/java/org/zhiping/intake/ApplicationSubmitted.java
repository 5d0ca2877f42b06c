package org.zhiping.intake;

/** An applicant has handed in an application; its case begins. */
public record ApplicationSubmitted(String caseNumber, String standard, String edition, String level, String direction) {
}
