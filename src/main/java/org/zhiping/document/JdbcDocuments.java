package org.zhiping.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Vault;

/** Files in PostgreSQL, so that a file and the fact that it belongs to a case are one transaction and one backup. */
@Repository
class JdbcDocuments implements Documents {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final int maxBytes;
    private final PortraitRules portraits;
    private final UploadCheck check = new UploadCheck();

    JdbcDocuments(JdbcClient jdbc, Vault vault, Clock clock, @Value("${zhiping.upload.max-bytes:10485760}") int maxBytes,
                  PortraitRules portraits) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
        this.maxBytes = maxBytes;
        this.portraits = portraits;
    }

    @Override
    public UUID store(String owner, String fileName, InputStream content) {
        FileName name = FileName.of(fileName);
        byte[] bytes = read(content);
        return insert(owner, name.value(), check.mediaType(name, bytes), bytes);
    }

    @Override
    public UUID storePortrait(String owner, String fileName, InputStream content) {
        FileName name = FileName.of(fileName);
        byte[] bytes = read(content);
        String mediaType = check.mediaType(name, bytes);
        if (!mediaType.startsWith("image/")) {
            throw Refusal.invalid("file", "portrait-not-a-picture");
        }
        Portrait.check(bytes, portraits);
        return insert(owner, name.value(), mediaType, bytes);
    }

    @Override
    public UUID keep(String name, String mediaType, byte[] generated) {
        return insert("", FileName.of(name).value(), mediaType, generated);
    }

    @Override
    public StoredDocument find(UUID id) {
        return Optional.ofNullable(find(List.of(id)).get(id)).orElseThrow(() -> Refusal.notFound("document-not-found"));
    }

    @Override
    public Map<UUID, StoredDocument> find(Collection<UUID> ids) {
        return jdbc.sql("select id, owner, name, media_type, size, sha256, stored_at from document where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> new StoredDocument(row.getObject("id", UUID.class), row.getString("owner"),
                        vault.decrypt(row.getString("name")), row.getString("media_type"), row.getLong("size"),
                        row.getString("sha256"), row.getObject("stored_at", OffsetDateTime.class).toInstant()))
                .list().stream().collect(Collectors.toMap(StoredDocument::id, stored -> stored));
    }

    @Override
    public InputStream open(UUID id) {
        byte[] sealed = jdbc.sql("select content from document where id = :id").param("id", id).query(byte[].class)
                .optional().orElseThrow(() -> Refusal.notFound("document-not-found"));
        return new ByteArrayInputStream(vault.decrypt(sealed));
    }

    @Override
    public void remove(UUID id) {
        jdbc.sql("delete from document where id = :id").param("id", id).update();
    }

    private UUID insert(String owner, String name, String mediaType, byte[] bytes) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into document (id, owner, name, media_type, size, sha256, content, stored_at)
                values (:id, :owner, :name, :mediaType, :size, :sha256, :content, :storedAt)
                """)
                .param("id", id).param("owner", owner).param("name", vault.encrypt(name)).param("mediaType", mediaType)
                .param("size", bytes.length).param("sha256", sha256(bytes)).param("content", vault.encrypt(bytes))
                .param("storedAt", clock.instant().atOffset(ZoneOffset.UTC)).update();
        return id;
    }

    /** One byte more than allowed is enough to know that there is too much. */
    private byte[] read(InputStream content) {
        try {
            byte[] bytes = content.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new Refusal(Refusal.Kind.TOO_LARGE,
                        List.of(new Refusal.Fault("file", "file-too-large", maxBytes / (1024 * 1024))));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
