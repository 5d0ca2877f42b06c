package org.zhiping.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Sha256;
import org.zhiping.platform.Vault;

/**
 * Contents in pieces, each encrypted for its own place: its document, its position and whether it is the last are
 * authenticated with it, so that pieces can be neither exchanged nor left out, and the end cannot be cut off.
 */
@Repository
class JdbcChunks {

    /** Large enough that the database's work a piece does not count, small enough to hold several a request. */
    static final int CHUNK_BYTES = 512 * 1024;

    /** The context of a row in SQL, for whoever seals it again; {@link #read} goes by what has to be last, not by this column. */
    static final String CONTEXT = "convert_to('document_chunk ' || document || '/' || position || '/' || last::text, 'UTF8')";

    private final JdbcClient jdbc;
    private final Vault vault;

    JdbcChunks(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    record Written(long size, String sha256) {
    }

    /**
     * Reads a content to its end and stores it.
     *
     * @throws Refusal (TOO_LARGE) when there are more bytes than this
     */
    Written write(UUID document, InputStream content, UploadLimits limits) {
        MessageDigest digest = Sha256.digest();
        long size = 0;
        int position = 0;
        try {
            byte[] chunk = content.readNBytes(CHUNK_BYTES);
            while (chunk.length > 0) {
                size += chunk.length;
                limits.check(size);
                digest.update(chunk);
                byte[] next = chunk.length < CHUNK_BYTES ? new byte[0] : content.readNBytes(CHUNK_BYTES);
                write(document, position++, chunk, next.length == 0);
                chunk = next;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Written(size, HexFormat.of().formatHex(digest.digest()));
    }

    private void write(UUID document, int position, byte[] plain, boolean last) {
        jdbc.sql("insert into document_chunk (document, position, last, content) values (:document, :position, :last, :content)")
                .param("document", document).param("position", position).param("last", last)
                .param("content", seal(document, position, plain, last)).update();
    }

    /**
     * Stores a piece of an upload together with how far the upload has come, in one statement: both or none.
     *
     * @return false when the upload is no longer where this piece begins, because another request went on with it
     */
    boolean advance(UUID document, long from, long to, int position, byte[] plain, boolean last) {
        return jdbc.sql("""
                with moved as (
                    update document_upload set received = :to where document = :document and received = :from returning document
                )
                insert into document_chunk (document, position, last, content) select document, :position, :last, :content from moved
                on conflict (document, position) do update set last = excluded.last, content = excluded.content
                """)
                .param("document", document).param("from", from).param("to", to).param("position", position).param("last", last)
                .param("content", seal(document, position, plain, last)).update() == 1;
    }

    /** @throws IOException when the piece is not there, or not the one that was stored there */
    byte[] read(UUID document, int position, boolean last) throws IOException {
        byte[] sealed = jdbc.sql("select content from document_chunk where document = :document and position = :position")
                .param("document", document).param("position", position).query(byte[].class).optional()
                .orElseThrow(() -> new IOException("Document " + document + " has no chunk " + position));
        try {
            return vault.decrypt(sealed, context(document, position, last));
        } catch (IllegalStateException changed) {
            throw new IOException("Chunk " + position + " of document " + document + " is not what was stored there", changed);
        }
    }

    private byte[] seal(UUID document, int position, byte[] plain, boolean last) {
        return vault.encrypt(plain, context(document, position, last));
    }

    private static byte[] context(UUID document, int position, boolean last) {
        return ("document_chunk " + document + "/" + position + "/" + last).getBytes(StandardCharsets.UTF_8);
    }
}
