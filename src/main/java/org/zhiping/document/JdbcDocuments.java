package org.zhiping.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Vault;

/** Files in PostgreSQL, so that a file and the fact that it belongs to a case are one transaction and one backup. */
@Repository
class JdbcDocuments implements Documents {

    /** What stands for the name of a file that was erased. */
    private static final String GONE = "—";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JdbcChunks chunks;
    private final Admission admission;
    private final UploadLimits limits;
    private final Clock clock;

    JdbcDocuments(JdbcClient jdbc, Vault vault, JdbcChunks chunks, Admission admission, UploadLimits limits, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.chunks = chunks;
        this.admission = admission;
        this.limits = limits;
        this.clock = clock;
    }

    /** Where a content lies. */
    private record Place(long size, String sha256, String mediaType, Integer chunkBytes, VirusCheck virusCheck) {
    }

    @Override
    public UUID store(String owner, String fileName, InputStream content) {
        return store(owner, fileName, content, false);
    }

    @Override
    public UUID storePortrait(String owner, String fileName, InputStream content) {
        return store(owner, fileName, content, true);
    }

    private UUID store(String owner, String fileName, InputStream content, boolean portrait) {
        FileName name = FileName.of(fileName);
        UUID id = begin(owner, name);
        try {
            JdbcChunks.Written written = chunks.write(id, content, limits);
            admit(id, admission.admit(name, content(id, written.size()), portrait), written);
        } catch (Refusal refusal) {
            remove(id);
            throw refusal;
        }
        return id;
    }

    @Override
    public UUID keep(String name, String mediaType, byte[] generated) {
        return keepStream(name, mediaType, new ByteArrayInputStream(generated));
    }

    @Override
    public UUID keepStream(String name, String mediaType, InputStream content) {
        UUID id = begin("", FileName.of(name));
        JdbcChunks.Written written = chunks.write(id, content, UploadLimits.NONE);
        admit(id, new Admission.Admitted(mediaType, null, VirusCheck.NOT_ASKED), written);
        return id;
    }

    /** A row whose content is still to come; nobody finds it before {@link #admit}. */
    UUID begin(String owner, FileName name) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into document (id, owner, name, media_type, size, sha256, state, chunk_bytes, stored_at)
                values (:id, :owner, :name, '', 0, '', 'UPLOADING', :chunkBytes, :storedAt)
                """)
                .param("id", id).param("owner", owner).param("name", vault.encrypt(name.value()))
                .param("chunkBytes", JdbcChunks.CHUNK_BYTES).param("storedAt", clock.instant().atOffset(ZoneOffset.UTC)).update();
        return id;
    }

    void admit(UUID id, Admission.Admitted admitted, JdbcChunks.Written written) {
        jdbc.sql("""
                update document set state = 'STORED', media_type = :mediaType, pages = :pages, virus_check = :virusCheck,
                    size = :size, sha256 = :sha256, stored_at = :storedAt
                where id = :id and state = 'UPLOADING'
                """)
                .param("id", id).param("mediaType", admitted.mediaType()).param("pages", admitted.pages())
                .param("virusCheck", admitted.virusCheck().name()).param("size", written.size()).param("sha256", written.sha256())
                .param("storedAt", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    @Override
    public StoredDocument find(UUID id) {
        return Optional.ofNullable(find(List.of(id)).get(id)).orElseThrow(() -> Refusal.notFound("document-not-found"));
    }

    @Override
    public Map<UUID, StoredDocument> find(Collection<UUID> ids) {
        return jdbc.sql("""
                select id, owner, name, media_type, size, sha256, pages, virus_check, stored_at from document
                where id = any(:ids) and state = 'STORED'
                """)
                .param("ids", ids.toArray(UUID[]::new)).query((row, n) -> stored(row))
                .list().stream().collect(Collectors.toMap(StoredDocument::id, stored -> stored));
    }

    private StoredDocument stored(ResultSet row) throws SQLException {
        return new StoredDocument(row.getObject("id", UUID.class), row.getString("owner"), vault.decrypt(row.getString("name")),
                row.getString("media_type"), row.getLong("size"), row.getString("sha256"), row.getObject("pages", Integer.class),
                VirusCheck.valueOf(row.getString("virus_check")), row.getObject("stored_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public InputStream open(UUID id) {
        Place place = admitted(id);
        return new DigestedStream(content(id, place).stream(), place.size(), place.sha256());
    }

    @Override
    public byte[] portrait(UUID id) {
        Place place = admitted(id);
        try {
            return Portrait.printed(content(id, place), place.mediaType());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Refusal as {@link #open} */
    Content content(UUID id) {
        return content(id, admitted(id));
    }

    /** The content of an upload that nobody has admitted yet. */
    Content content(UUID id, long size) {
        return new ChunkedContent(chunks, id, size, JdbcChunks.CHUNK_BYTES);
    }

    private Content content(UUID id, Place place) {
        return place.chunkBytes() == null ? new WholeContent(inOnePiece(id))
                : new ChunkedContent(chunks, id, place.size(), place.chunkBytes());
    }

    private byte[] inOnePiece(UUID id) {
        return vault.decrypt(jdbc.sql("select content from document where id = :id").param("id", id).query(byte[].class).single());
    }

    private Place admitted(UUID id) {
        Place place = jdbc.sql("""
                select size, sha256, media_type, chunk_bytes, virus_check from document
                where id = :id and state = 'STORED' and erased_at is null
                """)
                .param("id", id).query(Place.class).optional().orElseThrow(() -> Refusal.notFound("document-not-found"));
        return switch (place.virusCheck()) {
            case WAITING -> throw Refusal.conflict("file-waits-for-virus-check");
            case FOUND -> throw Refusal.conflict("file-had-virus");
            case NOT_ASKED, CLEAN -> place;
        };
    }

    @Override
    public void remove(UUID id) {
        jdbc.sql("delete from document where id = :id").param("id", id).update();
    }

    @Override
    public void erase(UUID id, String because) {
        for (String part : List.of("document_chunk", "document_preview", "document_upload")) {
            jdbc.sql("delete from " + part + " where document = :id").param("id", id).update();
        }
        jdbc.sql("""
                update document set name = :name, content = null, size = 0, sha256 = '', erased_at = :at, erased_because = :because
                where id = :id and erased_at is null
                """)
                .param("id", id).param("name", vault.encrypt(GONE)).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("because", because).update();
    }

    /** Stored files that the scanner has not seen, oldest first, with their sizes. */
    Map<UUID, Long> waiting(int most) {
        return jdbc.sql("""
                select id, size from document where virus_check = 'WAITING' and state = 'STORED' order by stored_at limit :most
                """)
                .param("most", most).query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getLong("size")))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What was found is deleted; that there was a file, and why it is gone, stays on record. */
    void scanned(UUID id, VirusCheck found) {
        jdbc.sql("update document set virus_check = :found where id = :id").param("found", found.name()).param("id", id).update();
        if (found == VirusCheck.FOUND) {
            jdbc.sql("delete from document_chunk where document = :id").param("id", id).update();
        }
    }
}
