package org.zhiping.intake;

import java.time.Instant;
import java.util.UUID;

/** A file that an applicant attached to an application as one of its materials. */
public record AttachedFile(String material, UUID document, String name, String mediaType, long size, Instant attachedAt) {
}
