package org.zhiping.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiping.platform.Refusal;

class ExamSessionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private final ExamSession session = ExamSession.open("S2026000001",
            new SessionSubject("R20260001", "all-media-operator", "2023", "LEVEL_4", "", "THEORY"));

    @Test
    void walksFromOpeningToClose() {
        seated("c1", "c2");
        session.recordAttendance(List.of(mark("c1", Attendance.PRESENT), mark("c2", Attendance.ABSENT)), "inv1");
        assertThat(session.present()).extracting(Seat::caseNumber).containsExactly("c1");
        session.scored();
        session.verify(new ExamSession.Verdict(true, "verifier", ""));
        session.close();
        assertThat(session.state()).isEqualTo(SessionState.CLOSED);
        assertThat(session.seats()).extracting(Seat::state).containsOnly(Seat.State.RECORDED);
    }

    @Test
    void everyActRefusesAStateItDoesNotFit() {
        refused("session-state", () -> session.seat(Set.of()));
        refused("session-state", () -> session.recordAttendance(List.of(), "inv1"));
        refused("session-state", session::scored);
        refused("session-state", session::close);
        seated("c1");
        refused("session-state", () -> session.plan(plan(NOW.plusSeconds(60), 30), List.of("c1"), NOW));
        refused("session-state", session::checkScoring);
    }

    @Test
    void aPlanLiesInTheFutureAndFitsItsRoom() {
        refused("session-start-past", () -> session.plan(plan(NOW, 30), List.of("c1"), NOW));
        refused("session-candidates-needed", () -> session.plan(plan(NOW.plusSeconds(1), 30), List.of(), NOW));
        refused("session-room-too-small", () -> session.plan(plan(NOW.plusSeconds(1), 1), List.of("c1", "c2"), NOW));
        refused("session-invigilators-needed", () -> session.plan(
                new SessionPlan(NOW.plusSeconds(1), 90, "101", null, List.of(), List.of("marker")), List.of("c1"), NOW));
        refused("session-scorers-needed", () -> session.plan(
                new SessionPlan(NOW.plusSeconds(1), 90, "101", null, List.of("inv1"), List.of()), List.of("c1"), NOW));
        session.plan(plan(NOW.plusSeconds(1), null), List.of("c1", "c2"), NOW);
        session.plan(plan(NOW.plusSeconds(1), 2), List.of("c2", "c2"), NOW);
        assertThat(session.seats()).containsExactly(Seat.chosen("c2"));
    }

    @Test
    void whoWithdrewLosesTheSeatAndTheOthersMoveUp() {
        session.plan(plan(NOW.plusSeconds(1), 30), List.of("c1", "c2", "c3"), NOW);
        session.seat(Set.of("c1", "c3"));
        assertThat(session.seats()).extracting(Seat::number).containsExactly(1, null, 2);
        session.recordAttendance(List.of(mark("c1", Attendance.PRESENT), mark("c2", Attendance.ABSENT), mark("c3", Attendance.DISCIPLINED)), "inv1");
        assertThat(session.seat("c2").orElseThrow().state()).isEqualTo(Seat.State.RELEASED);
        assertThat(session.seat("c2").orElseThrow().attendance()).isNull();
        assertThat(session.present()).extracting(Seat::caseNumber).containsExactly("c1");
    }

    @Test
    void attendanceNamesEverySeatOnceAndNobodyElse() {
        seated("c1", "c2");
        refused("attendance-missing", () -> session.recordAttendance(List.of(mark("c1", Attendance.PRESENT)), "inv1"));
        refused("attendance-twice", () -> session.recordAttendance(List.of(mark("c1", Attendance.PRESENT), mark("c1", Attendance.ABSENT)), "inv1"));
        refused("not-a-candidate", () -> session.recordAttendance(List.of(mark("c9", Attendance.PRESENT)), "inv1"));
        assertThat(session.state()).isEqualTo(SessionState.SEATED);
    }

    @Test
    void scoresGoBackWithAReasonAndComeAgain() {
        seated("c1");
        session.recordAttendance(List.of(mark("c1", Attendance.PRESENT)), "inv1");
        session.scored();
        refused("verifier-has-scored", () -> session.verify(new ExamSession.Verdict(true, "marker", "")));
        refused("reason-needed", () -> session.verify(new ExamSession.Verdict(false, "verifier", " ")));
        refused("session-not-verified", session::close);
        refused("session-not-sent-back", session::reopen);
        session.verify(new ExamSession.Verdict(false, "verifier", "第三题漏评"));
        refused("session-not-verified", session::close);
        session.reopen();
        assertThat(session.verdict().reason()).isEqualTo("第三题漏评");
        session.scored();
        assertThat(session.verdict()).isNull();
    }

    @Test
    void itIsAbandonedOnlyWhenEverybodyHasLeft() {
        refused("session-state", session::abandon);
        seated("c1", "c2");
        refused("session-state", session::abandon);
        ExamSession empty = new ExamSession("S2026000001", session.subject(), SessionState.SEATED, session.plan(),
                session.seats().stream().map(Seat::released).toList(), null, 0);
        empty.abandon();
        assertThat(empty.state()).isEqualTo(SessionState.ABANDONED);
        refused("session-state", () -> empty.recordAttendance(List.of(), "inv1"));
    }

    private void seated(String... cases) {
        session.plan(plan(NOW.plus(Duration.ofDays(1)), 30), List.of(cases), NOW);
        session.seat(Set.of(cases));
    }

    private static SessionPlan plan(Instant startsAt, Integer capacity) {
        return new SessionPlan(startsAt, 90, "101", capacity, List.of("inv1", "inv2"), List.of("marker"));
    }

    private static AttendanceMark mark(String caseNumber, Attendance attendance) {
        return new AttendanceMark(caseNumber, attendance, "");
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessage(code);
    }
}
