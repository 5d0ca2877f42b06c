package org.zhiping.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.zhiping.exam.ExamHall.ROUND;
import static org.zhiping.exam.ExamHall.TOMORROW;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhiping.identity.Role;
import org.zhiping.platform.Refusal;

class SessionsTest {

    private final ExamHall hall = new ExamHall();

    @BeforeEach
    void staff() {
        IntStream.rangeClosed(1, 6).forEach(n -> {
            hall.person("inv" + n, Role.INVIGILATOR, "");
            hall.person("eva" + n, Role.EVALUATOR, "");
        });
    }

    @Test
    void aSessionRunsFromItsOpeningToTheRecordsOfItsCandidates() {
        hall.applicants("c1", "c2", "c3", "c4");
        String number = open("SKILL");
        plan(number, 100, scorers(3), "c1", "c2", "c3", "c4");
        hall.run(() -> hall.sessionSteps.seat(number));
        hall.run(() -> hall.sessionSteps.tellSeated(number, "c1"));
        hall.run(() -> hall.exams.issueTicket("c1", "SKILL"));
        hall.run(() -> hall.exams.issueTicket("c1", "SKILL"));
        assertThat(hall.ask(() -> hall.sessions.tickets("c1"))).singleElement().extracting(Ticket::number).isEqualTo(number + "-001");
        assertThat(hall.milestones).containsExactly("c1 SEATED", "c1 TICKET_ISSUED");
        hall.withdraw("c4");
        hall.run(() -> hall.sessions.recordAttendance(number, List.of(mark("c1", Attendance.PRESENT),
                mark("c2", Attendance.ABSENT), mark("c3", Attendance.DISCIPLINED)), "inv1"));
        score(number, "eva1", "60");
        score(number, "eva2", "59.99");
        score(number, "eva3", "60");
        hall.run(() -> hall.sessions.verify(number, "verifier"));
        hall.run(() -> hall.sessionSteps.close(number));
        List.of("c1", "c2", "c3", "c4").forEach(candidate -> hall.run(() -> hall.sessionSteps.tellScored(number, candidate)));

        PartRecord record = hall.ask(() -> hall.records.find("c1", "SKILL")).orElseThrow();
        assertThat(record.scoreSumMillionths()).isEqualTo(179_990_000);
        assertThat(record.shown()).isEqualTo("59.99");
        assertThat(hall.ask(() -> hall.records.find("c2", "SKILL")).orElseThrow().attendance()).isEqualTo(Attendance.ABSENT);
        assertThat(hall.ask(() -> hall.records.find("c3", "SKILL")).orElseThrow().attendance()).isEqualTo(Attendance.DISCIPLINED);
        assertThat(hall.ask(() -> hall.records.find("c4", "SKILL"))).isEmpty();
        assertThat(hall.ask(() -> hall.sessionSteps.candidates(number))).containsExactly("c1", "c2", "c3", "c4");
        assertThat(hall.events).filteredOn(PartScored.class::isInstance)
                .containsExactly(new PartScored("c1", "SKILL"), new PartScored("c2", "SKILL"), new PartScored("c3", "SKILL"));
    }

    @Test
    void sixteenCandidatesNeedFiveAssessors() {
        String[] cases = IntStream.rangeClosed(1, 16).mapToObj(n -> "c" + n).toArray(String[]::new);
        hall.applicants(cases);
        String number = open("SKILL");
        faults("staffing-too-few-scorers", () -> plan(number, 100, scorers(3), cases), 3, "5");
        faults("staffing-too-few-scorers", () -> plan(number, 100, List.of("eva1", "eva2", "eva3", "eva3", "eva1"), cases), 3, "5");
        faults("staffing-even-scorers", () -> plan(number, 100, scorers(4), cases), 4, "5");
        plan(number, 100, scorers(5), cases);
        assertThat(hall.ask(() -> hall.sessions.find(number)).state()).isEqualTo(SessionState.PLANNED);
    }

    @Test
    void aTheorySessionNeedsTwoInvigilatorsAndNinetyMinutes() {
        hall.applicants("c1");
        String number = open("THEORY");
        faults("staffing-room-understaffed", () -> planned(number, 90, List.of("inv1"), scorers(1), "c1"), 1, "2");
        faults("staffing-too-short", () -> plan(number, 89, scorers(1), "c1"), 89, "90");
        assertThat(hall.ask(() -> hall.sessions.find(number)).state()).isEqualTo(SessionState.OPENED);
    }

    @Test
    void nobodyScoresOrWatchesWhomTheyMustKeepOutOf() {
        hall.applicants("c1");
        hall.recused.addAll(List.of("eva1c1", "inv2c1"));
        String number = open("SKILL");
        codes(() -> plan(number, 100, List.of("eva1", "eva2", "eva3"), "c1"), "duty-recused", "duty-recused");
        hall.recused.remove("inv2c1");
        codes(() -> plan(number, 100, List.of("inv1", "nobody", "eva2"), "c1"), "staff-not-evaluator", "staff-not-evaluator");
    }

    @Test
    void aCaseHasOneLiveSeatForAPart() {
        hall.applicants("c1", "c2");
        String first = open("THEORY");
        plan(first, 90, scorers(1), "c1");
        String second = open("THEORY");
        assertThat(hall.ask(() -> hall.sessions.eligible(second))).extracting(Candidate::caseNumber).containsExactly("c2");
        codes(() -> plan(second, 90, scorers(1), "c1"), "candidate-not-eligible");
        plan(open("SKILL"), 100, scorers(3), "c1");
        hall.withdraw("c1");
        hall.run(() -> hall.sessionSteps.seat(first));
        assertThat(hall.ask(() -> hall.sessions.find(first)).seats()).singleElement().extracting(Seat::state)
                .isEqualTo(Seat.State.RELEASED);
    }

    @Test
    void aCaseThatAsksLateFindsItsSeatAndItsRecord() {
        hall.applicants("c1");
        String number = attended("THEORY", 1, "c1");
        assertThat(hall.ask(() -> hall.exams.seated("c1", "THEORY"))).isTrue();
        assertThat(hall.ask(() -> hall.exams.recorded("c1", "THEORY"))).isFalse();
        score(number, "eva1", "88.5");
        hall.run(() -> hall.sessions.verify(number, "verifier"));
        hall.run(() -> hall.sessionSteps.close(number));
        assertThat(hall.ask(() -> hall.exams.seated("c1", "THEORY"))).isTrue();
        assertThat(hall.ask(() -> hall.exams.recorded("c1", "THEORY"))).isTrue();
    }

    @Test
    void aSheetIsTakenWholeOrNotAtAll() {
        hall.applicants("c1", "c2", "c3");
        String number = attended("THEORY", 1, "c1", "c2", "c3");
        Map<String, Object> rows = new LinkedHashMap<>(Map.of("c1", "60.005", "c2", 100.01, "c3", "七十", "c9", "60"));
        codes(() -> hall.run(() -> hall.sheets.enter(number, "eva1", rows)),
                "score-decimals", "score-out-of-range", "score-not-a-number", "not-a-candidate");
        assertThat(hall.ask(() -> hall.sheets.of(number, "eva1")).scores()).isEmpty();
        codes(() -> hall.run(() -> hall.sheets.enter(number, "eva2", Map.of("c1", 60))), "not-a-scorer");
        hall.run(() -> hall.sheets.enter(number, "eva1", Map.of("c1", 60, "c2", 70)));
        hall.run(() -> hall.sheets.enter(number, "eva1", Map.of("c1", 60, "c2", 70)));
        codes(() -> hall.run(() -> hall.sheets.confirm(number, "eva1")), "sheet-incomplete");
        hall.run(() -> hall.sheets.enter(number, "eva1", Map.of("c3", 80)));
        hall.run(() -> hall.sheets.confirm(number, "eva1"));
        codes(() -> hall.run(() -> hall.sheets.enter(number, "eva1", Map.of("c3", 81))), "session-state");
    }

    @Test
    void withWeightsASheetTakesLinesAndComputesTheTotal() {
        hall.rubric(MarkingTest.rubric("1:50 2:50"));
        hall.applicants("c1");
        String number = attended("SKILL", 3, "c1");
        scorers(3).forEach(scorer -> hall.run(() -> hall.sheets.enter(number, scorer, List.of(new SheetEntry("c1", null, Map.of("1", 60))))));
        codes(() -> hall.run(() -> hall.sheets.confirm(number, "eva1")), "sheet-incomplete");
        codes(() -> hall.run(() -> hall.sheets.enter(number, "eva1", Map.of("c1", 60))), "score-is-computed");
        scorers(3).forEach(scorer -> {
            hall.run(() -> hall.sheets.enter(number, scorer, List.of(new SheetEntry("c1", "", Map.of("1", 60, "2", "59.99")))));
            hall.run(() -> hall.sheets.confirm(number, scorer));
        });
        hall.run(() -> hall.sessions.verify(number, "verifier"));
        hall.run(() -> hall.sessionSteps.close(number));
        PartRecord record = hall.ask(() -> hall.records.find("c1", "SKILL")).orElseThrow();
        assertThat(record.scoreSum()).isEqualByComparingTo("179.985");
        assertThat(record.shown()).isEqualTo("59.99");
    }

    @Test
    void withoutWeightsLinesAreKeptAndNeverCounted() {
        hall.rubric(MarkingTest.rubric(""));
        hall.applicants("c1");
        String number = attended("SKILL", 3, "c1");
        hall.run(() -> hall.sheets.enter(number, "eva1", List.of(new SheetEntry("c1", 60, Map.of("1", 10, "2", 20)))));
        ScoreSheet sheet = hall.ask(() -> hall.sheets.of(number, "eva1"));
        assertThat(sheet.scores()).containsEntry("c1", new Points(60_000_000));
        assertThat(sheet.marks().get("c1").lines()).hasSize(2);
        hall.run(() -> hall.sheets.enter(number, "eva1", List.of(new SheetEntry("c1", "", Map.of("1", "", "2", "")))));
        assertThat(hall.ask(() -> hall.sheets.of(number, "eva1")).marks()).isEmpty();
    }

    @Test
    void theSheetOfAReplacedScorerIsVoidAndTheOthersKeepTheirs() {
        hall.applicants("c1");
        String number = attended("SKILL", 3, "c1");
        scorers(3).forEach(scorer -> score(number, scorer, "70"));
        hall.recused.add("eva4c1");
        codes(() -> replace(number, "eva1", "eva4"), "duty-recused");
        codes(() -> replace(number, "eva1", "inv1"), "staff-not-evaluator");
        codes(() -> replace(number, "eva1", "eva2"), "scorer-already");
        codes(() -> replace(number, "eva6", "eva5"), "scorer-unknown");
        replace(number, "eva1", "eva5");
        assertThat(hall.ask(() -> hall.sessions.find(number)).state()).isEqualTo(SessionState.ATTENDED);
        assertThat(hall.ask(() -> hall.sessionSteps.scorers(number))).containsExactly("eva5");
        codes(() -> hall.run(() -> hall.sheets.enter(number, "eva1", Map.of("c1", 1))), "not-a-scorer");
        score(number, "eva5", "58");
        codes(() -> replace(number, "eva2", "eva1"), "scorer-was-replaced");
        hall.run(() -> hall.sessions.verify(number, "verifier"));
        hall.run(() -> hall.sessionSteps.close(number));
        assertThat(hall.ask(() -> hall.records.find("c1", "SKILL")).orElseThrow().scoreSum()).isEqualByComparingTo("198");
        codes(() -> replace(number, "eva2", "eva6"), "session-state");
    }

    private void replace(String number, String leaving, String successor) {
        hall.run(() -> hall.scorers.replace(number, leaving, successor, "须回避", "officer"));
    }

    @Test
    void nobodyScoresWhoWasNotThere() {
        hall.applicants("c1", "c2");
        String number = seated("THEORY", 1, "c1", "c2");
        codes(() -> hall.run(() -> hall.sheets.enter(number, "eva1", Map.of("c1", 60))), "session-state");
        hall.run(() -> hall.sessions.recordAttendance(number, List.of(mark("c1", Attendance.PRESENT), mark("c2", Attendance.ABSENT)), "inv1"));
        codes(() -> hall.run(() -> hall.sheets.enter(number, "eva1", Map.of("c2", 60))), "score-not-present");
        hall.run(() -> hall.sheets.enter(number, "eva1", Map.of("c1", 60)));
        hall.withdraw("c1");
        hall.run(() -> hall.sheets.confirm(number, "eva1"));
        assertThat(hall.ask(() -> hall.sessions.find(number)).state()).isEqualTo(SessionState.SCORED);
    }

    @Test
    void twoScorersInTheSameSecondAreBothKept() {
        hall.applicants("c1");
        String number = attended("SKILL", 3, "c1");
        scorers(3).forEach(scorer -> hall.run(() -> hall.sheets.enter(number, scorer, Map.of("c1", 70))));
        CompletableFuture.allOf(scorers(3).stream()
                .map(scorer -> CompletableFuture.runAsync(() -> hall.run(() -> hall.sheets.confirm(number, scorer))))
                .toArray(CompletableFuture[]::new)).join();
        assertThat(hall.ask(() -> hall.sheets.all(number))).allMatch(ScoreSheet::confirmed);
        assertThat(hall.ask(() -> hall.sessions.find(number)).state()).isEqualTo(SessionState.SCORED);
    }

    @Test
    void scoresSentBackAreCorrectedByTheirScorers() {
        hall.applicants("c1");
        String number = attended("SKILL", 3, "c1");
        scorers(3).forEach(scorer -> score(number, scorer, "70"));
        hall.run(() -> hall.sessions.sendBack(number, "加总有误", "verifier"));
        hall.run(() -> hall.sessionSteps.reopenScores(number));
        assertThat(hall.ask(() -> hall.sheets.of(number, "eva2")).scores()).containsEntry("c1", new Points(70_000_000));
        scorers(3).forEach(scorer -> score(number, scorer, "71"));
        hall.run(() -> hall.sessions.verify(number, "verifier"));
        hall.run(() -> hall.sessionSteps.close(number));
        assertThat(hall.ask(() -> hall.records.find("c1", "SKILL")).orElseThrow().shown()).isEqualTo("71.00");
    }

    @Test
    void aSessionFitsItsRound() {
        codes(() -> hall.sessions.open(ROUND, "LEVEL_1", "A", "SKILL", "officer"), "session-level-not-offered");
        codes(() -> hall.sessions.open(ROUND, "LEVEL_4", "B", "SKILL", "officer"), "session-direction-not-offered");
        codes(() -> hall.sessions.open(ROUND, "LEVEL_4", "A", "REVIEW", "officer"), "session-part-by-panel");
        codes(() -> hall.sessions.open(ROUND, "LEVEL_4", "A", "ESSAY", "officer"), "session-part-unknown");
        assertThat(open("THEORY")).isEqualTo("S2026000001");
        assertThat(open("SKILL")).isEqualTo("S2026000002");
    }

    private String open(String part) {
        return hall.ask(() -> hall.sessions.open(ROUND, "LEVEL_4", "A", part, "officer"));
    }

    private void plan(String number, int minutes, List<String> scorers, String... cases) {
        planned(number, minutes, List.of("inv1", "inv2"), scorers, cases);
    }

    private void planned(String number, int minutes, List<String> invigilators, List<String> scorers, String... cases) {
        hall.run(() -> hall.sessions.plan(number,
                new SessionPlan(TOMORROW, minutes, "101", 30, invigilators, scorers), Arrays.asList(cases)));
    }

    private String seated(String part, int scorers, String... cases) {
        String number = open(part);
        plan(number, 100, scorers(scorers), cases);
        hall.run(() -> hall.sessionSteps.seat(number));
        return number;
    }

    private String attended(String part, int scorers, String... cases) {
        String number = seated(part, scorers, cases);
        hall.run(() -> hall.sessions.recordAttendance(number,
                Arrays.stream(cases).map(seat -> mark(seat, Attendance.PRESENT)).toList(), "inv2"));
        return number;
    }

    private void score(String number, String scorer, String points) {
        hall.run(() -> hall.sheets.enter(number, scorer, Map.of("c1", points)));
        hall.run(() -> hall.sheets.confirm(number, scorer));
    }

    private static List<String> scorers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> "eva" + n).toList();
    }

    private static AttendanceMark mark(String caseNumber, Attendance attendance) {
        return new AttendanceMark(caseNumber, attendance, "");
    }

    private static void faults(String code, ThrowingCallable act, Object... arguments) {
        Refusal refusal = catchThrowableOfType(Refusal.class, act);
        assertThat(refusal.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.args()).containsExactly(arguments);
        });
    }

    private static void codes(ThrowingCallable act, String... codes) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.faults()).extracting(Refusal.Fault::code).containsExactlyInAnyOrder(codes));
    }
}
