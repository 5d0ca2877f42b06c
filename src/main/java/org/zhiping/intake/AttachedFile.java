package org.zhiping.intake;

import java.time.Instant;
import java.util.UUID;
import org.zhiping.document.StoredDocument;
import org.zhiping.document.VirusCheck;

/**
 * A file that an applicant attached to an application as one of its materials.
 *
 * @param pages null where nobody has counted
 */
public record AttachedFile(String material, UUID document, String name, String mediaType, long size, Integer pages,
                           VirusCheck virusCheck, Instant attachedAt) {

    static AttachedFile of(String material, StoredDocument stored, Instant attachedAt) {
        return new AttachedFile(material, stored.id(), stored.name(), stored.mediaType(), stored.size(), stored.pages(),
                stored.virusCheck(), attachedAt);
    }

    public boolean picture() {
        return mediaType.startsWith("image/");
    }

    /** False while a virus scanner has not admitted it, and for good when it has found something. */
    public boolean opens() {
        return virusCheck == VirusCheck.NOT_ASKED || virusCheck == VirusCheck.CLEAN;
    }

    /** A file of which nothing is left fulfils nothing. */
    boolean counts() {
        return virusCheck != VirusCheck.FOUND;
    }
}
