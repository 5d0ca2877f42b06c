package org.zhiping.exam;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A record is written once, by a closed session or a concluded panel. */
@Repository
class JdbcPartRecords implements PartRecords {

    private final JdbcClient jdbc;

    JdbcPartRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PartRecord> find(String caseNumber, String part) {
        return jdbc.sql("select * from part_record where case_number = :case and part = :part")
                .param("case", caseNumber).param("part", part).query((row, n) -> record(row)).optional();
    }

    @Override
    public List<PartRecord> of(String caseNumber) {
        return jdbc.sql("select * from part_record where case_number = :case order by recorded_at, part")
                .param("case", caseNumber).query((row, n) -> record(row)).list();
    }

    /** Those of these cases that have this part behind them. */
    Set<String> recorded(String part, Collection<String> cases) {
        return jdbc.sql("select case_number from part_record where part = :part and case_number = any(:cases)")
                .param("part", part).param("cases", cases.toArray(String[]::new)).query(String.class).set();
    }

    void addFromSession(PartRecord record, String sessionNumber) {
        add(record, sessionNumber, null);
    }

    void addFromPanel(PartRecord record, long panel) {
        add(record, null, panel);
    }

    /** An act in the part has been declared void: the record is kept and counts no more. */
    void annul(String caseNumber, String part, Instant at) {
        jdbc.sql("""
                with void as (delete from part_record where case_number = :case and part = :part returning *)
                insert into void_part_record (case_number, part, attendance, score_sum, scorers, decimals, session_number, panel_id,
                    recorded_at, voided_at)
                select case_number, part, attendance, score_sum, scorers, decimals, session_number, panel_id, recorded_at, :at from void
                """).param("case", caseNumber).param("part", part).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    private void add(PartRecord record, String sessionNumber, Long panel) {
        jdbc.sql("""
                insert into part_record
                    (case_number, part, attendance, score_sum, scorers, decimals, session_number, panel_id, recorded_at)
                values (:case, :part, :attendance, :sum, :scorers, :decimals, :session, :panel, :at)
                """)
                .param("case", record.caseNumber()).param("part", record.part())
                .param("attendance", record.attendance().name()).param("sum", record.scoreSumMillionths())
                .param("scorers", record.scorers()).param("decimals", record.decimals())
                .param("session", sessionNumber).param("panel", panel)
                .param("at", record.recordedAt().atOffset(ZoneOffset.UTC)).update();
    }

    private static PartRecord record(ResultSet row) throws SQLException {
        return new PartRecord(row.getString("case_number"), row.getString("part"),
                Attendance.valueOf(row.getString("attendance")), row.getLong("score_sum"), row.getInt("scorers"),
                row.getInt("decimals"), row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
