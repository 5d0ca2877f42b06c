package org.zhiping.intake;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.document.Documents;
import org.zhiping.document.StoredDocument;
import org.zhiping.platform.Refusal;

/** The files of each application. One that has ever been handed in stays on the case file, also when another takes its place. */
@Repository
class Files {

    static final int MOST_OF_ONE_MATERIAL = 10;

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Clock clock;

    Files(JdbcClient jdbc, Documents documents, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.clock = clock;
    }

    private record Row(UUID document, String material, OffsetDateTime attachedAt, boolean handedIn, OffsetDateTime endedAt, String endedBy,
                       UUID replacedBy) {

        AttachedFile file(Map<UUID, StoredDocument> stored) {
            return AttachedFile.of(material, stored.get(document), attachedAt.toInstant());
        }
    }

    /** Those that count, in the order in which they were attached. */
    List<AttachedFile> of(String caseNumber) {
        List<Row> rows = rows(caseNumber, false);
        Map<UUID, StoredDocument> stored = stored(rows);
        return rows.stream().map(row -> row.file(stored)).toList();
    }

    /** Those that counted once. */
    List<EarlierFile> earlier(String caseNumber) {
        List<Row> rows = rows(caseNumber, true);
        Map<UUID, StoredDocument> stored = stored(rows);
        return rows.stream().map(row -> new EarlierFile(row.file(stored), row.endedAt().toInstant(), row.endedBy(), row.replacedBy())).toList();
    }

    private List<Row> rows(String caseNumber, boolean ended) {
        return jdbc.sql("""
                select document, material, attached_at, handed_in, ended_at, ended_by, replaced_by from application_file
                where case_number = :caseNumber and (ended_at is not null) = :ended order by attached_at, document
                """)
                .param("caseNumber", caseNumber).param("ended", ended).query(Row.class).list();
    }

    private Map<UUID, StoredDocument> stored(List<Row> rows) {
        return rows.isEmpty() ? Map.of() : documents.find(rows.stream().map(Row::document).toList());
    }

    /** @throws Refusal (CONFLICT) when no more files of this material are taken */
    void requireRoom(String caseNumber, String material) {
        if (rows(caseNumber, false).stream().filter(row -> row.material().equals(material)).count() >= MOST_OF_ONE_MATERIAL) {
            throw Refusal.conflict("too-many-files", MOST_OF_ONE_MATERIAL);
        }
    }

    /** @throws Refusal (NOT_FOUND) when there is no such file that counts; @return what it was attached as */
    String material(String caseNumber, UUID document) {
        return current(caseNumber, document).material();
    }

    AttachedFile attach(String caseNumber, String material, UUID document) {
        OffsetDateTime now = now();
        jdbc.sql("""
                insert into application_file (document, case_number, material, attached_at)
                values (:document, :caseNumber, :material, :attachedAt)
                """)
                .param("document", document).param("caseNumber", caseNumber).param("material", material)
                .param("attachedAt", now).update();
        return AttachedFile.of(material, documents.find(document), now.toInstant());
    }

    /** Ends a file, or forgets it if nobody but its owner has seen it. {@code successor} is null when it is taken out. */
    void detach(String caseNumber, UUID document, UUID successor, String by) {
        if (!current(caseNumber, document).handedIn()) {
            jdbc.sql("delete from application_file where document = :document").param("document", document).update();
            documents.remove(document);
            return;
        }
        jdbc.sql("update application_file set ended_at = :now, ended_by = :by, replaced_by = :successor where document = :document")
                .param("document", document).param("now", now()).param("by", by).param("successor", successor).update();
    }

    /** From now on a reviewer may have seen them. */
    void handIn(String caseNumber) {
        jdbc.sql("update application_file set handed_in = true where case_number = :caseNumber and ended_at is null")
                .param("caseNumber", caseNumber).update();
    }

    boolean has(String caseNumber, UUID document) {
        return rows(caseNumber, false).stream().anyMatch(row -> row.document().equals(document));
    }

    /** Those that count and that a reviewer may have seen. */
    Set<UUID> handedIn(String caseNumber) {
        return rows(caseNumber, false).stream().filter(Row::handedIn).map(Row::document).collect(Collectors.toSet());
    }

    private Row current(String caseNumber, UUID document) {
        return rows(caseNumber, false).stream().filter(row -> row.document().equals(document)).findFirst()
                .orElseThrow(() -> Refusal.notFound("document-not-found"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
