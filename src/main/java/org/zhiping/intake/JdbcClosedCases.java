package org.zhiping.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.document.Documents;
import org.zhiping.platform.OncePerTransaction;
import org.zhiping.platform.Retained;
import org.zhiping.platform.RetainedRows;

/** What closed cases still hold about the person. */
@Repository
class JdbcClosedCases {

    private static final String GONE = "—";

    private final JdbcClient jdbc;
    private final ApplicationRows rows;
    private final JdbcSupplements supplements;
    private final Documents documents;
    private final Clock clock;

    JdbcClosedCases(JdbcClient jdbc, ApplicationRows rows, JdbcSupplements supplements, Documents documents, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.supplements = supplements;
        this.documents = documents;
        this.clock = clock;
    }

    /** Files of cases that were handed in; by material, or all but those materials. */
    List<Retained.Item> files(List<String> materials, boolean but, Instant begun, String after, int limit) {
        return RetainedRows.page(jdbc, """
                select file.document::text as id, file.case_number, closed.closed_at from application_file file
                join closed_case closed on closed.case_number = file.case_number join document on document.id = file.document
                where closed.submitted and closed.closed_at < :begun and document.erased_at is null
                  and (file.material = any(:materials)) <> :but and file.document::text collate "C" > :after
                order by file.document::text collate "C" limit :limit
                """, begun, after, limit, Map.of("materials", materials.toArray(String[]::new), "but", but));
    }

    List<Retained.Item> applications(List<ApplicationStatus> statuses, boolean submitted, Instant begun, String after, int limit) {
        return RetainedRows.page(jdbc, """
                select closed.case_number as id, closed.case_number, closed.closed_at from closed_case closed
                join application on application.case_number = closed.case_number
                where closed.status = any(:statuses) and closed.submitted = :submitted and closed.closed_at < :begun
                  and application.erased_at is null and closed.case_number collate "C" > :after
                order by closed.case_number collate "C" limit :limit
                """, begun, after, limit, Map.of("statuses", statuses.stream().map(Enum::name).toArray(String[]::new), "submitted", submitted));
    }

    void eraseFile(String document, String because) {
        documents.erase(UUID.fromString(document), because);
    }

    /** A certificate's holder is still known by the fingerprint of the identity document; nobody else is. */
    void eraseApplication(String caseNumber, String because) {
        jdbc.sql("""
                update application set applicant_name = :name, claims = :claims, confirmation = :confirmation,
                       person_fingerprint = case when status = 'CERTIFIED' then person_fingerprint end,
                       erased_at = :at, erased_because = :because, version = version + 1
                where case_number = :case and erased_at is null
                """)
                .param("name", rows.seal(GONE)).param("claims", rows.seal(Claims.EMPTY)).param("confirmation", rows.seal(Confirmation.NONE))
                .param("at", utc(clock.instant())).param("because", because).param("case", caseNumber).update();
        jdbc.sql("update hand_in set claims = null where case_number = :case").param("case", caseNumber).update();
        supplements.erase(caseNumber);
        OncePerTransaction.forget(new JdbcApplications.Known(caseNumber));
    }

    /** A draft was never anything but its person's, so its files go with it. */
    void eraseFilesOf(String caseNumber, String because) {
        jdbc.sql("select document from application_file where case_number = :case").param("case", caseNumber).query(UUID.class).list()
                .forEach(document -> documents.erase(document, because));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
