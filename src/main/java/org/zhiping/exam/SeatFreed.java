package org.zhiping.exam;

/** A case has ended and left its seat for a part. */
public record SeatFreed(String caseNumber, String part, String sessionNumber) {
}
