package org.zhiping.exam;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Score sheets; the lock on their session's row guards them. */
@Repository
class SheetTable {

    private final JdbcClient jdbc;

    SheetTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The sheet, empty when nothing was entered yet. */
    ScoreSheet find(String session, String scorer) {
        Instant confirmedAt = jdbc.sql("select confirmed_at from score_sheet where session_number = :session and scorer = :scorer")
                .param("session", session).param("scorer", scorer)
                .query((row, n) -> row.getObject("confirmed_at", OffsetDateTime.class)).list().stream()
                .filter(at -> at != null).findFirst().map(OffsetDateTime::toInstant).orElse(null);
        return new ScoreSheet(session, scorer, marks(session, scorer), confirmedAt);
    }

    private Map<String, Marks> marks(String session, String scorer) {
        return jdbc.sql("select case_number, millionths, lines from score where session_number = :session and scorer = :scorer")
                .param("session", session).param("scorer", scorer)
                .query((row, n) -> Map.entry(row.getString("case_number"), LineColumn.marks(row.getObject("millionths", Long.class), row.getString("lines")))).list()
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Writes whether the sheet is confirmed. */
    void saveHead(ScoreSheet sheet) {
        jdbc.sql("""
                insert into score_sheet (session_number, scorer, confirmed_at) values (:session, :scorer, :at)
                on conflict (session_number, scorer) do update set confirmed_at = :at, version = score_sheet.version + 1
                """)
                .param("session", sheet.sessionNumber()).param("scorer", sheet.scorer())
                .param("at", sheet.confirmed() ? sheet.confirmedAt().atOffset(ZoneOffset.UTC) : null).update();
    }

    void save(ScoreSheet sheet) {
        saveHead(sheet);
        jdbc.sql("delete from score where session_number = :session and scorer = :scorer")
                .param("session", sheet.sessionNumber()).param("scorer", sheet.scorer()).update();
        Collection<Marks> marks = sheet.marks().values();
        jdbc.sql("""
                insert into score (session_number, scorer, case_number, millionths, lines)
                select :session, :scorer, case_number, millionths, lines::jsonb
                from unnest(:cases::text[], :totals::bigint[], :lines::text[]) as entered (case_number, millionths, lines)
                """)
                .param("session", sheet.sessionNumber()).param("scorer", sheet.scorer())
                .param("cases", sheet.marks().keySet().toArray(String[]::new))
                .param("totals", marks.stream().map(LineColumn::total).toArray(Long[]::new))
                .param("lines", marks.stream().map(Marks::lines).map(LineColumn::write).toArray(String[]::new)).update();
    }

    /** Turns all sheets of a session into drafts again; the scores stay. */
    void reopen(String session) {
        jdbc.sql("update score_sheet set confirmed_at = null, version = version + 1 where session_number = :session")
                .param("session", session).update();
    }

    List<ScoreSheet> of(ExamSession session) {
        return session.plan() == null ? List.of()
                : session.plan().scorers().stream().map(scorer -> find(session.number(), scorer)).toList();
    }
}
