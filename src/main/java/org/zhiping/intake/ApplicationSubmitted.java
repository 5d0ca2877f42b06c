package org.zhiping.intake;

/** An applicant has handed in a complete application; {@code direction} is empty where the standard has none. */
public record ApplicationSubmitted(String caseNumber, String standard, String edition, String level, String direction) {
}
