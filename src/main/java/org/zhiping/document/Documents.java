package org.zhiping.document;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Uploaded and generated files. Contents and names are encrypted at rest; a content never lies in memory as a whole. */
public interface Documents {

    /**
     * Stores an upload: a PDF without active content, a JPEG or a PNG, told by its content. The caller's transaction
     * keeps or undoes it; {@link Uploads} is for what arrives over a slow connection.
     *
     * @throws org.zhiping.platform.Refusal when it is empty, too large, of another type than its name says, or unsafe
     */
    UUID store(String owner, String fileName, InputStream content);

    /**
     * Stores the upload of a portrait 证件照, which is printed on papers: a JPEG or PNG that keeps the {@link PortraitRules}.
     *
     * @throws org.zhiping.platform.Refusal as {@link #store}, and when it is no picture, too small or not upright
     */
    UUID storePortrait(String owner, String fileName, InputStream content);

    /** Stores a file that the product itself made. */
    UUID keep(String name, String mediaType, byte[] generated);

    /** The same for one that is not to lie in memory as a whole. Nothing is checked; the caller limits what comes. */
    UUID keepStream(String name, String mediaType, InputStream content);

    /** @throws org.zhiping.platform.Refusal (NOT_FOUND) */
    StoredDocument find(UUID id);

    /** Those of them that there are, by id. */
    Map<UUID, StoredDocument> find(Collection<UUID> ids);

    /**
     * The plain bytes, read piece by piece. Skipping is free; reading to the end proves the digest.
     *
     * @throws org.zhiping.platform.Refusal (NOT_FOUND; CONFLICT while a virus scanner has not admitted the file)
     */
    InputStream open(UUID id);

    /**
     * A portrait as papers show it: a JPEG for a place of 35 mm by 49 mm.
     *
     * @throws org.zhiping.platform.Refusal as {@link #open}
     */
    byte[] portrait(UUID id);

    /** Forgets an upload that was taken back before it became part of a case. */
    void remove(UUID id);

    /** Deletes the bytes and the name of a file for good; its row stays and says when and why. */
    void erase(UUID id, String because);
}
