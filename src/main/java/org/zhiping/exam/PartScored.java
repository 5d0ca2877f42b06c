package org.zhiping.exam;

/** The record of a part is final; the case may go on to the part's outcome. */
public record PartScored(String caseNumber, String part) {
}
