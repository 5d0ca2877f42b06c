package org.zhiping.exam;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Seats and tickets seen from the case that holds them. */
@Repository
class SeatTable {

    private static final String TICKET = """
            select t.number, t.session_number, t.case_number, s.part, e.starts_at, e.minutes, e.room, s.seat,
                s.state = 'RELEASED' as released
            from admission_ticket t join exam_seat s using (session_number, case_number)
            join exam_session e on e.number = t.session_number
            """;

    private final JdbcClient jdbc;

    SeatTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The session in which the case has a seat for the part that is neither released nor recorded. */
    Optional<String> seatedIn(String caseNumber, String part) {
        return jdbc.sql("select session_number from exam_seat where case_number = :case and part = :part and state = 'SEATED'")
                .param("case", caseNumber).param("part", part).query(String.class).optional();
    }

    /** Cases with a live seat for this part outside the given session. */
    Set<String> takenElsewhere(String part, String sessionNumber) {
        return jdbc.sql("""
                select case_number from exam_seat
                where part = :part and state in ('CHOSEN', 'SEATED') and session_number <> :session
                """).param("part", part).param("session", sessionNumber).query(String.class).set();
    }

    /** Frees every live seat of a case that has ended. @return what became free, by session number */
    List<SeatFreed> release(String caseNumber) {
        List<SeatFreed> freed = jdbc.sql("""
                update exam_seat set state = 'RELEASED' where case_number = :case and state in ('CHOSEN', 'SEATED')
                returning case_number, part, session_number
                """).param("case", caseNumber)
                .query((row, n) -> new SeatFreed(row.getString("case_number"), row.getString("part"), row.getString("session_number")))
                .list().stream().sorted(Comparator.comparing(SeatFreed::sessionNumber)).toList();
        freed.forEach(seat -> SessionTable.changed(seat.sessionNumber()));
        return freed;
    }

    boolean anyLive(String sessionNumber) {
        return jdbc.sql("select exists (select 1 from exam_seat where session_number = :session and state in ('CHOSEN', 'SEATED'))")
                .param("session", sessionNumber).query(Boolean.class).single();
    }

    /** Issues the ticket once; a repeated step finds it there. @return true when it is new */
    boolean issueTicket(String sessionNumber, String caseNumber, Instant at) {
        return jdbc.sql("""
                insert into admission_ticket (number, session_number, case_number, issued_at)
                select session_number || '-' || lpad(seat::text, 3, '0'), session_number, case_number, :at
                from exam_seat where session_number = :session and case_number = :case and state = 'SEATED'
                on conflict (session_number, case_number) do nothing
                """).param("at", at.atOffset(ZoneOffset.UTC)).param("session", sessionNumber).param("case", caseNumber)
                .update() > 0;
    }

    List<Ticket> tickets(String caseNumber) {
        return jdbc.sql(TICKET + " where t.case_number = :case order by t.issued_at").param("case", caseNumber)
                .query((row, n) -> ticket(row)).list();
    }

    /** Without those whose seat was given back, in the order of seats. */
    List<Ticket> ticketsOfSession(String sessionNumber) {
        return jdbc.sql(TICKET + " where t.session_number = :session and s.state <> 'RELEASED' order by s.seat")
                .param("session", sessionNumber).query((row, n) -> ticket(row)).list();
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(row.getString("number"), row.getString("session_number"), row.getString("case_number"),
                row.getString("part"), row.getObject("starts_at", OffsetDateTime.class).toInstant(), row.getInt("minutes"),
                row.getString("room"), row.getInt("seat"), row.getBoolean("released"));
    }
}
