package org.zhiping.exam;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Scorers who had to leave a session, and who scores instead; the lock on the session's row guards them. */
@Repository
class ReplacedScorers {

    private final JdbcClient jdbc;

    ReplacedScorers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String session, String leaving, String successor, String reason, String by, Instant at) {
        SessionTable.changed(session);
        jdbc.sql("update exam_duty set person = :successor where session_number = :session and duty = :duty and person = :leaving")
                .param("successor", successor).param("session", session).param("duty", SessionTable.SCORER).param("leaving", leaving).update();
        jdbc.sql("""
                insert into exam_scorer_replaced (session_number, scorer, successor, reason, replaced_by, replaced_at)
                values (:session, :leaving, :successor, :reason, :by, :at)
                """)
                .param("session", session).param("leaving", leaving).param("successor", successor).param("reason", reason)
                .param("by", by).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    List<String> of(String session) {
        return jdbc.sql("select scorer from exam_scorer_replaced where session_number = :session").param("session", session)
                .query(String.class).list();
    }
}
