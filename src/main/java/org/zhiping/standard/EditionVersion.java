package org.zhiping.standard;

import java.time.Instant;

/**
 * One upload of one edition.
 *
 * @param version   1 and up; 0 for what comes with the program
 * @param sha256    of the zip, in hexadecimal; empty for what comes with the program
 * @param removedBy null while it is not removed
 */
public record EditionVersion(String standard, String edition, int version, String sha256, long bytes, String uploadedBy,
                             Instant uploadedAt, String removedBy, Instant removedAt) {

    public boolean isShipped() {
        return version == 0;
    }

    public boolean isRemoved() {
        return removedAt != null;
    }
}
