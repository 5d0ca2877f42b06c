package org.zhiping.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Sha256;
import org.zhiping.platform.Vault;

/** Parts go straight into encrypted chunks. No lock is held while a slow client sends: who is overtaken finds out at the next piece. */
@Repository
class JdbcUploads implements Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcUploads.class);
    private static final int LONGEST_FINGERPRINT = 200;
    private static final int CHUNK = JdbcChunks.CHUNK_BYTES;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JdbcDocuments documents;
    private final JdbcChunks chunks;
    private final Admission admission;
    private final UploadLimits limits;
    private final Clock clock;

    JdbcUploads(JdbcClient jdbc, Vault vault, JdbcDocuments documents, JdbcChunks chunks, Admission admission, UploadLimits limits, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.documents = documents;
        this.chunks = chunks;
        this.admission = admission;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public UUID begin(String owner, String fileName, long length, String fingerprint) {
        if (length <= 0) {
            throw Refusal.invalid("file", "file-empty");
        }
        limits.check(length);
        if (fingerprint.length() > LONGEST_FINGERPRINT) {
            throw Refusal.invalid("fingerprint", "upload-fingerprint-too-long", LONGEST_FINGERPRINT);
        }
        UUID id = documents.begin(owner, FileName.of(fileName));
        jdbc.sql("insert into document_upload (document, length, fingerprint, expires_at) values (:id, :length, :fingerprint, :expiresAt)")
                .param("id", id).param("length", length).param("fingerprint", vault.encrypt(fingerprint)).param("expiresAt", later()).update();
        return id;
    }

    @Override
    public Upload find(UUID id) {
        return Optional.ofNullable(find(List.of(id)).get(id)).orElseThrow(() -> Refusal.notFound("upload-not-found"));
    }

    @Override
    public Map<UUID, Upload> find(Collection<UUID> ids) {
        return jdbc.sql("""
                select u.document, d.owner, d.name, u.length, u.received, u.fingerprint, u.expires_at
                from document_upload u join document d on d.id = u.document where u.document = any(:ids) and u.expires_at > :now
                """)
                .param("ids", ids.toArray(UUID[]::new)).param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> upload(row)).list().stream().collect(Collectors.toMap(Upload::id, upload -> upload));
    }

    /** What this account has not finished. */
    List<Upload> unfinished(String owner) {
        return jdbc.sql("""
                select u.document, d.owner, d.name, u.length, u.received, u.fingerprint, u.expires_at
                from document_upload u join document d on d.id = u.document
                where d.owner = :owner and d.state = 'UPLOADING' order by u.expires_at
                """)
                .param("owner", owner).query((row, n) -> upload(row)).list();
    }

    private Upload upload(ResultSet row) throws SQLException {
        return new Upload(row.getObject("document", UUID.class), row.getString("owner"), vault.decrypt(row.getString("name")),
                row.getLong("length"), row.getLong("received"), vault.decrypt(row.getString("fingerprint")),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public long append(UUID id, long offset, InputStream part) {
        Upload upload = find(id);
        if (upload.received() != offset) {
            throw elsewhere();
        }
        if (upload.complete()) {
            return offset;
        }
        long at = offset;
        try {
            byte[] piece = new byte[CHUNK];
            int filled = tail(id, offset, piece);
            boolean more = true;
            while (more && at < upload.length()) {
                int position = (int) (at / CHUNK);
                long start = (long) position * CHUNK;
                int room = (int) Math.min(CHUNK, upload.length() - start);
                int now = fill(piece, filled, room, part);
                more = now == room;
                at = keep(upload, at, start + now, position, Arrays.copyOf(piece, now));
                filled = 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jdbc.sql("update document_upload set expires_at = :expiresAt where document = :id").param("id", id).param("expiresAt", later()).update();
        return at;
    }

    /** A part that did not fill a chunk is gone on with. */
    private int tail(UUID id, long offset, byte[] piece) throws IOException {
        int filled = (int) (offset % CHUNK);
        if (filled > 0) {
            byte[] there = chunks.read(id, (int) (offset / CHUNK), false);
            if (there.length != filled) {
                throw new IOException("The last chunk of upload " + id + " has a wrong length");
            }
            System.arraycopy(there, 0, piece, 0, filled);
        }
        return filled;
    }

    /** A connection that breaks is the end of the part; what came before is kept. */
    private static int fill(byte[] piece, int filled, int room, InputStream part) {
        int now = filled;
        try {
            while (now < room) {
                int count = part.read(piece, now, room - now);
                if (count < 0) {
                    return now;
                }
                now += count;
            }
            return now;
        } catch (IOException brokenOff) {
            return now;
        }
    }

    private long keep(Upload upload, long from, long to, int position, byte[] plain) {
        if (to > from && !chunks.advance(upload.id(), from, to, position, plain, to == upload.length())) {
            throw elsewhere();
        }
        return to;
    }

    @Override
    public StoredDocument finish(UUID id, boolean portrait) {
        Upload upload = find(id);
        if (!upload.complete()) {
            throw Refusal.conflict("upload-not-complete");
        }
        StoredDocument done = documents.find(List.of(id)).get(id);
        if (done != null) {
            return done;
        }
        try {
            Content content = documents.content(id, upload.length());
            Admission.Admitted admitted = admission.admit(FileName.of(upload.name()), content, portrait);
            documents.admit(id, admitted, new JdbcChunks.Written(upload.length(), digest(content)));
        } catch (Refusal refusal) {
            drop(id);
            throw refusal;
        }
        return documents.find(id);
    }

    private static String digest(Content content) {
        MessageDigest digest = Sha256.digest();
        byte[] piece = new byte[CHUNK];
        try (InputStream plain = content.stream()) {
            for (int count = plain.read(piece); count > 0; count = plain.read(piece)) {
                digest.update(piece, 0, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void drop(UUID id) {
        documents.remove(id);
    }

    /** Unfinished ones go with what was received of them; of finished ones only the note that they were uploaded. */
    @Scheduled(cron = "${zhiping.upload.sweep:15 */10 * * * *}")
    void sweep() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        int unfinished = jdbc.sql("""
                delete from document d using document_upload u where u.document = d.id and u.expires_at <= :now and d.state = 'UPLOADING'
                """).param("now", now).update();
        jdbc.sql("delete from document_upload where expires_at <= :now").param("now", now).update();
        if (unfinished > 0) {
            LOG.info("{} unfinished uploads were deleted", unfinished);
        }
    }

    private OffsetDateTime later() {
        return clock.instant().plus(limits.keepUnfinished()).atOffset(ZoneOffset.UTC);
    }

    private static Refusal elsewhere() {
        return Refusal.conflict("upload-offset-conflict");
    }
}
