package org.zhiping.standard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of uploaded editions. */
@Repository
class JdbcEditions {

    /** An edition in force, with its zip. */
    record InForce(long id, String standard, String edition, byte[] zip) {
    }

    private final JdbcClient jdbc;

    JdbcEditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Changes whenever a row is added or removed. */
    String stamp() {
        return jdbc.sql("select coalesce(max(id), 0) || '/' || count(removed_at) from standard_edition").query(String.class).single();
    }

    /** One at a time changes the list. */
    void lock() {
        jdbc.sql("lock table standard_edition in share row exclusive mode").update();
    }

    List<Long> idsInForce() {
        return jdbc.sql("""
                select distinct on (standard, edition) id from standard_edition where removed_at is null
                order by standard, edition, version desc
                """).query(Long.class).list();
    }

    InForce read(long id) {
        return jdbc.sql("select id, standard, edition, zip from standard_edition where id = :id").param("id", id)
                .query((row, index) -> new InForce(row.getLong("id"), row.getString("standard"), row.getString("edition"), row.getBytes("zip")))
                .single();
    }

    int lastVersion(String standard, String edition) {
        return jdbc.sql("select coalesce(max(version), 0) from standard_edition where standard = :standard and edition = :edition")
                .param("standard", standard).param("edition", edition).query(Integer.class).single();
    }

    void insert(EditionVersion version, byte[] zip, String deployment) {
        jdbc.sql("""
                insert into standard_edition (standard, edition, version, zip, sha256, deployment, uploaded_by, uploaded_at)
                values (:standard, :edition, :version, :zip, :sha256, :deployment, :by, :at)
                """)
                .param("standard", version.standard()).param("edition", version.edition()).param("version", version.version())
                .param("zip", zip).param("sha256", version.sha256()).param("deployment", deployment)
                .param("by", version.uploadedBy()).param("at", version.uploadedAt().atOffset(ZoneOffset.UTC)).update();
    }

    /** Marks every version of an edition; the ids of their deployments. */
    List<String> remove(String standard, String edition, String by, Instant at) {
        return jdbc.sql("""
                update standard_edition set removed_by = :by, removed_at = :at
                where standard = :standard and edition = :edition and removed_at is null returning deployment
                """)
                .param("standard", standard).param("edition", edition).param("by", by).param("at", at.atOffset(ZoneOffset.UTC))
                .query(String.class).list();
    }

    List<EditionVersion> versions() {
        return jdbc.sql("""
                select standard, edition, version, sha256, length(zip) bytes, uploaded_by, uploaded_at, removed_by, removed_at
                from standard_edition order by standard, edition, version desc
                """).query(JdbcEditions::version).list();
    }

    Optional<byte[]> zip(String standard, String edition, int version) {
        return jdbc.sql("select zip from standard_edition where standard = :standard and edition = :edition and version = :version")
                .param("standard", standard).param("edition", edition).param("version", version).query(byte[].class).optional();
    }

    private static EditionVersion version(ResultSet row, int index) throws SQLException {
        return new EditionVersion(row.getString("standard"), row.getString("edition"), row.getInt("version"), row.getString("sha256"),
                row.getLong("bytes"), row.getString("uploaded_by"), row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getString("removed_by"), Optional.ofNullable(row.getObject("removed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant).orElse(null));
    }
}
