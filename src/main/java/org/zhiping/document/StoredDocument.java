package org.zhiping.document;

import java.time.Instant;
import java.util.UUID;

/**
 * What is known of a stored file without opening it.
 *
 * @param owner  account id of the person who uploaded it; empty for a file that the product made
 * @param name   last segment of the name it was uploaded with
 * @param sha256 hexadecimal digest of the plain bytes
 * @param pages  null where nobody has counted: papers of our own, and files that earlier versions took
 */
public record StoredDocument(UUID id, String owner, String name, String mediaType, long size, String sha256,
                             Integer pages, VirusCheck virusCheck, Instant storedAt) {
}
