package org.zhiping.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that had been handed in and was then replaced or taken out.
 *
 * @param endedBy    the account that did it
 * @param replacedBy the document that came in its place; null when it was taken out
 */
public record EarlierFile(AttachedFile file, Instant endedAt, String endedBy, UUID replacedBy) {
}
