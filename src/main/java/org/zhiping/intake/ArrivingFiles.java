package org.zhiping.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which uploads under way belong to which application, and as what. */
@Repository
class ArrivingFiles {

    private final JdbcClient jdbc;

    ArrivingFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(UUID document, String caseNumber, String material, UUID replaces) {
    }

    void add(Row row) {
        jdbc.sql("""
                insert into application_upload (document, case_number, material, replaces)
                values (:document, :caseNumber, :material, :replaces)
                """)
                .param("document", row.document()).param("caseNumber", row.caseNumber()).param("material", row.material())
                .param("replaces", row.replaces()).update();
    }

    List<Row> of(String caseNumber) {
        return jdbc.sql("select document, case_number, material, replaces from application_upload where case_number = :caseNumber")
                .param("caseNumber", caseNumber).query(Row.class).list();
    }

    Optional<Row> find(String caseNumber, UUID document) {
        return of(caseNumber).stream().filter(row -> row.document().equals(document)).findFirst();
    }

    List<Row> all() {
        return jdbc.sql("select document, case_number, material, replaces from application_upload").query(Row.class).list();
    }

    void remove(UUID document) {
        jdbc.sql("delete from application_upload where document = :document").param("document", document).update();
    }
}
