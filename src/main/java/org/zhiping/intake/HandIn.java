package org.zhiping.intake;

import java.time.Instant;

/**
 * What an applicant stated when they handed an application in, the first time or again after a return.
 *
 * @param number 1 for the first; the review round that looked at it has the same number
 * @param claims null where they were not kept, or were deleted because their time was over
 */
public record HandIn(int number, Instant at, Claims claims) {
}
