package org.zhiping.intake;

import java.io.InputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.document.Documents;
import org.zhiping.document.StoredDocument;
import org.zhiping.platform.Refusal;
import org.zhiping.standard.MaterialKind;

/** The files of each application. */
@Repository
class Files {

    private static final int MOST_OF_ONE_MATERIAL = 10;

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Clock clock;

    Files(JdbcClient jdbc, Documents documents, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.clock = clock;
    }

    private record Row(UUID document, String material, OffsetDateTime attachedAt) {
    }

    /** In the order in which they were attached. */
    List<AttachedFile> of(String caseNumber) {
        List<Row> rows = jdbc.sql("""
                select document, material, attached_at from application_file where case_number = :caseNumber
                order by attached_at, document
                """)
                .param("caseNumber", caseNumber).query(Row.class).list();
        Map<UUID, StoredDocument> stored = rows.isEmpty() ? Map.of() : documents.find(rows.stream().map(Row::document).toList());
        return rows.stream().map(row -> file(row, stored.get(row.document()))).toList();
    }

    AttachedFile attach(Application application, MaterialKind kind, String fileName, InputStream content) {
        String material = kind.code();
        int there = jdbc.sql("select count(*) from application_file where case_number = :caseNumber and material = :material")
                .param("caseNumber", application.caseNumber()).param("material", material).query(Integer.class).single();
        if (there >= MOST_OF_ONE_MATERIAL) {
            throw Refusal.conflict("too-many-files", MOST_OF_ONE_MATERIAL);
        }
        UUID stored = kind.fulfilledBy().equals(MaterialKind.PORTRAIT)
                ? documents.storePortrait(application.applicant(), fileName, content)
                : documents.store(application.applicant(), fileName, content);
        Row row = new Row(stored, material, clock.instant().atOffset(ZoneOffset.UTC));
        jdbc.sql("""
                insert into application_file (document, case_number, material, attached_at)
                values (:document, :caseNumber, :material, :attachedAt)
                """)
                .param("document", row.document()).param("caseNumber", application.caseNumber())
                .param("material", material).param("attachedAt", row.attachedAt()).update();
        return file(row, documents.find(row.document()));
    }

    void detach(String caseNumber, UUID document) {
        int removed = jdbc.sql("delete from application_file where case_number = :caseNumber and document = :document")
                .param("caseNumber", caseNumber).param("document", document).update();
        if (removed == 0) {
            throw Refusal.notFound("document-not-found");
        }
        documents.remove(document);
    }

    private static AttachedFile file(Row row, StoredDocument stored) {
        return new AttachedFile(row.material(), row.document(), stored.name(), stored.mediaType(), stored.size(),
                row.attachedAt().toInstant());
    }
}
