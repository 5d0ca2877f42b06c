package org.zhiping.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Vault;

/** Rows of what returns ask for. */
@Repository
class JdbcSupplements {

    private record Row(int number, Instant askedAt, String claims, Supplement.Item item) {
    }

    private final JdbcClient jdbc;
    private final ApplicationRows sealed;
    private final Vault vault;
    private final Clock clock;

    JdbcSupplements(JdbcClient jdbc, ApplicationRows sealed, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.vault = vault;
        this.clock = clock;
    }

    void add(Application application, int number, List<Supplement.Item> items) {
        jdbc.sql("insert into supplement (case_number, number, asked_at, claims) values (:case, :number, :at, :claims)")
                .param("case", application.caseNumber()).param("number", number).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("claims", sealed.seal(application.claims())).update();
        for (int i = 0; i < items.size(); i++) {
            jdbc.sql("""
                    insert into supplement_item (case_number, number, position, kind, item, opens)
                    values (:case, :number, :position, :kind, :item, :opens)
                    """)
                    .param("case", application.caseNumber()).param("number", number).param("position", i + 1)
                    .param("kind", items.get(i).kind().name()).param("item", vault.encrypt(items.get(i).id()))
                    .param("opens", items.get(i).opens().toArray(String[]::new)).update();
        }
    }

    /** Oldest first. */
    List<Supplement> of(String caseNumber) {
        Map<Integer, List<Row>> rows = jdbc.sql("""
                select s.number, s.asked_at, s.claims, i.position, i.kind, i.item, i.opens, i.note, i.noted_at
                from supplement s left join supplement_item i on i.case_number = s.case_number and i.number = s.number
                where s.case_number = :case order by s.number, i.position
                """)
                .param("case", caseNumber).query(this::row).list().stream()
                .collect(Collectors.groupingBy(Row::number, TreeMap::new, Collectors.toList()));
        return rows.values().stream().map(all -> new Supplement(caseNumber, all.get(0).number(), all.get(0).askedAt(),
                sealed.claims(all.get(0).claims()), all.stream().map(Row::item).filter(Objects::nonNull).toList())).toList();
    }

    /** An empty note takes an answer back. */
    void note(Supplement supplement, int position, String note) {
        jdbc.sql("""
                update supplement_item set note = :note, noted_at = :at
                where case_number = :case and number = :number and position = :position
                """)
                .param("note", note.isEmpty() ? "" : vault.encrypt(note))
                .param("at", note.isEmpty() ? null : clock.instant().atOffset(ZoneOffset.UTC), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("case", supplement.caseNumber()).param("number", supplement.number()).param("position", position).update();
    }

    /** What was asked stays, without what the person stated and answered. */
    void erase(String caseNumber) {
        jdbc.sql("update supplement set claims = :claims where case_number = :case")
                .param("claims", sealed.seal(Claims.EMPTY)).param("case", caseNumber).update();
        jdbc.sql("delete from supplement_item where case_number = :case").param("case", caseNumber).update();
    }

    private Row row(ResultSet row, int index) throws SQLException {
        return new Row(row.getInt("number"), row.getObject("asked_at", OffsetDateTime.class).toInstant(), row.getString("claims"),
                row.getObject("position") == null ? null : item(row));
    }

    private Supplement.Item item(ResultSet row) throws SQLException {
        OffsetDateTime notedAt = row.getObject("noted_at", OffsetDateTime.class);
        String note = row.getString("note");
        return new Supplement.Item(row.getInt("position"), Supplement.Kind.valueOf(row.getString("kind")), vault.decrypt(row.getString("item")),
                Set.of((String[]) row.getArray("opens").getArray()), note.isEmpty() ? "" : vault.decrypt(note),
                notedAt == null ? null : notedAt.toInstant());
    }
}
