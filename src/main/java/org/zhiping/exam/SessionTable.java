package org.zhiping.exam;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.OncePerTransaction;
import org.zhiping.platform.Refusal;

/** Sessions with their duties and seats. Whoever changes one locks its row first, so that changes queue. */
@Repository
class SessionTable {

    private static final String INVIGILATOR = "INVIGILATOR";
    static final String SCORER = "SCORER";

    private record Duty(String session, String duty, String person) {
    }

    private record Known(String number) {
    }

    private final JdbcClient jdbc;

    SessionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String nextNumber(int year) {
        int next = jdbc.sql("""
                insert into exam_session_number (year, last_number) values (:year, 1)
                on conflict (year) do update set last_number = exam_session_number.last_number + 1
                returning last_number
                """).param("year", year).query(Integer.class).single();
        return "S%04d%06d".formatted(year, next);
    }

    void add(ExamSession session, String by, Instant at) {
        SessionSubject subject = session.subject();
        jdbc.sql("""
                insert into exam_session (number, round_number, standard, edition, level, direction, part, state, opened_by, opened_at)
                values (:number, :round, :standard, :edition, :level, :direction, :part, :state, :by, :at)
                """)
                .param("number", session.number()).param("round", subject.round()).param("standard", subject.standard())
                .param("edition", subject.edition()).param("level", subject.level()).param("direction", subject.direction())
                .param("part", subject.part()).param("state", session.state().name())
                .param("by", by).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    Optional<ExamSession> find(String number) {
        return OncePerTransaction.of(new Known(number), () -> read("= :number", number).stream().findFirst()).map(ExamSession::copy);
    }

    /** Something of the session was changed in this transaction: who reads it again is to see that. */
    static void changed(String number) {
        OncePerTransaction.forget(new Known(number));
    }

    /** Newest first. */
    List<ExamSession> all() {
        return read("<> :number", "");
    }

    /** Three queries, however many sessions. */
    private List<ExamSession> read(String condition, String number) {
        Map<String, List<Duty>> duties = jdbc.sql("select * from exam_duty where session_number " + condition + " order by position")
                .param("number", number).query((row, n) -> duty(row)).list().stream().collect(groupingBy(Duty::session));
        Map<String, List<Seat>> seats = jdbc.sql("select * from exam_seat where session_number " + condition + " order by position")
                .param("number", number).query((row, n) -> Map.entry(row.getString("session_number"), seat(row))).list().stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return jdbc.sql("select * from exam_session where number " + condition + " order by number desc")
                .param("number", number).query((row, n) -> session(row, duties.getOrDefault(row.getString("number"), List.of()),
                        seats.getOrDefault(row.getString("number"), List.of()))).list();
    }

    /** Locks the session and its seats until the transaction ends. */
    ExamSession lock(String number) {
        jdbc.sql("select number from exam_session where number = :number for update").param("number", number)
                .query(String.class).optional().orElseThrow(() -> unknown(number));
        jdbc.sql("select case_number from exam_seat where session_number = :number for update").param("number", number)
                .query(String.class).list();
        changed(number);
        return find(number).orElseThrow();
    }

    static Refusal unknown(String number) {
        return Refusal.notFound("session-unknown", number);
    }

    /** Writes the session and its seats. A seat that was released meanwhile stays released. */
    void save(ExamSession session) {
        SessionPlan plan = session.plan();
        ExamSession.Verdict verdict = session.verdict();
        int changed = jdbc.sql("""
                update exam_session set state = :state, starts_at = :startsAt, minutes = :minutes, room = :room,
                    capacity = :capacity, verdict = :verdict, verdict_by = :verdictBy, verdict_reason = :reason,
                    version = version + 1
                where number = :number and version = :version
                """)
                .param("state", session.state().name())
                .param("startsAt", plan == null ? null : plan.startsAt().atOffset(ZoneOffset.UTC))
                .param("minutes", plan == null ? null : plan.minutes()).param("room", plan == null ? null : plan.room())
                .param("capacity", plan == null ? null : plan.capacity())
                .param("verdict", verdict == null ? null : verdict.verified() ? "VERIFIED" : "SENT_BACK")
                .param("verdictBy", verdict == null ? null : verdict.by())
                .param("reason", verdict == null ? null : verdict.reason())
                .param("number", session.number()).param("version", session.version()).update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("Session " + session.number() + " was changed meanwhile");
        }
        update(session.number(), session.seats());
        changed(session.number());
    }

    private void update(String number, List<Seat> seats) {
        jdbc.sql("""
                update exam_seat set state = kept.state, seat = kept.seat, attendance = kept.attendance, note = kept.note
                from unnest(:cases::text[], :states::text[], :seats::integer[], :attendances::text[], :notes::text[])
                     as kept (case_number, state, seat, attendance, note)
                where session_number = :number and exam_seat.case_number = kept.case_number and exam_seat.state <> 'RELEASED'
                    and (exam_seat.state, exam_seat.seat, exam_seat.attendance, exam_seat.note)
                        is distinct from (kept.state, kept.seat, kept.attendance, kept.note)
                """)
                .param("number", number).param("cases", each(seats, Seat::caseNumber))
                .param("states", each(seats, seat -> seat.state().name()))
                .param("seats", seats.stream().map(Seat::number).toArray(Integer[]::new))
                .param("attendances", each(seats, seat -> seat.attendance() == null ? null : seat.attendance().name()))
                .param("notes", each(seats, Seat::note)).update();
    }

    private static String[] each(List<Seat> seats, Function<Seat, String> value) {
        return seats.stream().map(value).toArray(String[]::new);
    }

    /** Puts the duties and seats of a new plan in place of the old ones. */
    void replacePlan(ExamSession session) {
        String number = session.number();
        changed(number);
        jdbc.sql("delete from exam_duty where session_number = :number").param("number", number).update();
        jdbc.sql("delete from exam_seat where session_number = :number").param("number", number).update();
        addDuties(number, INVIGILATOR, session.plan().invigilators());
        addDuties(number, SCORER, session.plan().scorers());
        for (int i = 0; i < session.seats().size(); i++) {
            addSeat(session, session.seats().get(i), i);
        }
    }

    void replaceStaff(String number, String leaving, String successor) {
        changed(number);
        jdbc.sql("update exam_duty set person = :successor where session_number = :number and person = :leaving")
                .param("successor", successor).param("number", number).param("leaving", leaving).update();
    }

    /** Duties of this person in sessions that are planned and whose exam is still to come, the earliest first. */
    List<ComingDuty> coming(String person) {
        return jdbc.sql("""
                select s.number, s.starts_at, string_agg(d.duty, ',' order by d.duty) as duties
                from exam_duty d join exam_session s on s.number = d.session_number
                where d.person = :person and s.state in ('PLANNED', 'SEATED') group by s.number, s.starts_at order by s.starts_at, s.number
                """).param("person", person)
                .query((row, n) -> new ComingDuty(row.getString("number"), row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getString("duties").contains(INVIGILATOR), row.getString("duties").contains(SCORER))).list();
    }

    private void addDuties(String number, String duty, List<String> people) {
        for (int i = 0; i < people.size(); i++) {
            jdbc.sql("insert into exam_duty (session_number, duty, person, position) values (:number, :duty, :person, :position)")
                    .param("number", number).param("duty", duty).param("person", people.get(i)).param("position", i).update();
        }
    }

    private void addSeat(ExamSession session, Seat seat, int position) {
        try {
            jdbc.sql("""
                    insert into exam_seat (session_number, case_number, part, position, state)
                    values (:number, :case, :part, :position, :state)
                    """)
                    .param("number", session.number()).param("case", seat.caseNumber())
                    .param("part", session.subject().part()).param("position", position)
                    .param("state", seat.state().name()).update();
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("candidate-seated-elsewhere", seat.caseNumber());
        }
    }

    private static ExamSession session(ResultSet row, List<Duty> duties, List<Seat> seats) throws SQLException {
        OffsetDateTime startsAt = row.getObject("starts_at", OffsetDateTime.class);
        SessionPlan plan = startsAt == null ? null : new SessionPlan(startsAt.toInstant(), row.getInt("minutes"),
                row.getString("room"), row.getObject("capacity", Integer.class),
                people(duties, INVIGILATOR), people(duties, SCORER));
        String verdict = row.getString("verdict");
        return new ExamSession(row.getString("number"),
                new SessionSubject(row.getString("round_number"), row.getString("standard"), row.getString("edition"),
                        row.getString("level"), row.getString("direction"), row.getString("part")),
                SessionState.valueOf(row.getString("state")), plan, seats,
                verdict == null ? null : new ExamSession.Verdict(verdict.equals("VERIFIED"), row.getString("verdict_by"),
                        row.getString("verdict_reason")),
                row.getInt("version"));
    }

    private static Duty duty(ResultSet row) throws SQLException {
        return new Duty(row.getString("session_number"), row.getString("duty"), row.getString("person"));
    }

    private static List<String> people(List<Duty> duties, String wanted) {
        return duties.stream().filter(duty -> duty.duty().equals(wanted)).map(Duty::person).toList();
    }

    private static Seat seat(ResultSet row) throws SQLException {
        String attendance = row.getString("attendance");
        return new Seat(row.getString("case_number"), Seat.State.valueOf(row.getString("state")),
                row.getObject("seat", Integer.class), attendance == null ? null : Attendance.valueOf(attendance),
                row.getString("note"));
    }
}
