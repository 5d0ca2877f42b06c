package org.zhiping.document;

import java.time.Instant;
import java.util.UUID;

/**
 * A file on its way.
 *
 * @param length   of the whole, in bytes
 * @param received how many of them are there
 */
public record Upload(UUID id, String owner, String name, long length, long received, String fingerprint, Instant expiresAt) {

    public boolean complete() {
        return received == length;
    }

    /** Whole percent, rounded down. */
    public int percent() {
        return (int) (100.0 * received / length);
    }
}
