package org.zhiping.exam;

/** A case that may be, or is, examined; {@code maskedName} is what lists show of the person. */
public record Candidate(String caseNumber, String maskedName, String direction) {
}
