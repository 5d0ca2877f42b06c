package org.zhiping.document;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Uploads that arrive in parts and outlive a broken connection, a restart and a change of device. */
public interface Uploads {

    /**
     * @param length      of the whole, in bytes
     * @param fingerprint by which a browser knows the file again; may be empty
     * @throws org.zhiping.platform.Refusal when it is empty or too large, or its name cannot be kept
     */
    UUID begin(String owner, String fileName, long length, String fingerprint);

    /** @throws org.zhiping.platform.Refusal (NOT_FOUND) also for one whose time is over */
    Upload find(UUID id);

    /** Those of them that there are, by id. */
    Map<UUID, Upload> find(Collection<UUID> ids);

    /**
     * Stores what comes until the stream ends, breaks off or the upload is complete. Not to be called within a
     * transaction: each piece is kept as soon as it is there.
     *
     * @return how far the upload has come
     * @throws org.zhiping.platform.Refusal (CONFLICT) when the upload is not at this offset, or another request went on with it
     */
    long append(UUID id, long offset, InputStream part);

    /**
     * Checks a complete upload as {@link Documents#store} does and makes it a document; once is as good as twice.
     *
     * @throws org.zhiping.platform.Refusal when it is not admitted; then it is gone
     */
    StoredDocument finish(UUID id, boolean portrait);

    void drop(UUID id);
}
