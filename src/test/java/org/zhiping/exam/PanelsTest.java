package org.zhiping.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhiping.exam.ExamHall.TOMORROW;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhiping.identity.Role;
import org.zhiping.platform.Refusal;

class PanelsTest {

    private final ExamHall hall = new ExamHall();

    @BeforeEach
    void openPanel() {
        IntStream.rangeClosed(1, 5).forEach(n -> hall.person("m" + n, Role.PANEL_MEMBER, ""));
        hall.applicants("c1");
        hall.run(() -> hall.panelSteps.open("c1", "REVIEW"));
        hall.run(() -> hall.panelSteps.open("c1", "REVIEW"));
    }

    @Test
    void aPanelScoresAndItsMinutesMakeTheRecord() {
        appoint("m1", "m2", "m3");
        assertThat(hall.ask(() -> hall.panelSteps.members("c1", "REVIEW"))).containsExactly("m1", "m2", "m3");
        hall.run(() -> hall.panels.score("c1", "REVIEW", "m1", 60, Map.of(), "符合"));
        hall.run(() -> hall.panels.score("c1", "REVIEW", "m2", 59.5, Map.of(), "基本符合"));
        assertThat(seen("m1")).isEqualTo(1);
        hall.run(() -> hall.panels.score("c1", "REVIEW", "m3", "60.50", Map.of(), "符合"));
        hall.run(() -> hall.panels.confirm("c1", "REVIEW", hall.panelSteps.chair("c1", "REVIEW"), "合议一致"));
        assertThat(seen("m2")).isEqualTo(3);
        hall.run(() -> hall.panelSteps.conclude("c1", "REVIEW"));
        PartRecord record = hall.ask(() -> hall.records.find("c1", "REVIEW")).orElseThrow();
        assertThat(record.shown()).isEqualTo("60.00");
        assertThat(record.scoreSumMillionths()).isEqualTo(180_000_000);
        assertThat(hall.ask(() -> hall.panels.ofMember("m3"))).singleElement().extracting(Panel::state).isEqualTo(PanelState.CONCLUDED);
    }

    @Test
    void aPanelIsOddAndLargeEnough() {
        codes(() -> appoint("m1"), "staffing-too-few-members");
        codes(() -> appoint("m1", "m2", "m3", "m4"), "staffing-even-members");
        appoint("m1", "m2", "m3", "m4", "m5");
    }

    @Test
    void membersAreImpartial() {
        hall.recused.add("m2c1");
        hall.person("other", Role.EVALUATOR, "");
        codes(() -> appoint("m1", "m2", "other"), "duty-recused", "staff-not-panel-member");
        assertThat(hall.ask(() -> hall.panels.find("c1", "REVIEW")).orElseThrow().state()).isEqualTo(PanelState.OPENED);
    }

    @Test
    void aWrongScoreLeavesThePanelAsItWas() {
        appoint("m1", "m2", "m3");
        codes(() -> hall.run(() -> hall.panels.score("c1", "REVIEW", "m1", 60.005, Map.of(), "符合")), "score-decimals");
        codes(() -> hall.run(() -> hall.panels.score("c1", "REVIEW", "m1", "-1", Map.of(), "符合")), "score-out-of-range");
        assertThat(seen("m1")).isZero();
    }

    @Test
    void aRecallIsExplainedAndKeepsEveryScoreOnRecord() {
        hall.rubric(MarkingTest.rubric(""));
        appoint("m1", "m2", "m3");
        hall.run(() -> hall.panels.score("c1", "REVIEW", "m1", 60, Map.of("1", 55), "符合"));
        hall.run(() -> hall.panels.score("c1", "REVIEW", "m2", 70, Map.of("2", 75.5), "符合"));
        codes(() -> hall.run(() -> hall.panels.recall("c1", " ", "officer")), "panel-recall-reason");
        hall.recused.add("officer2c1");
        codes(() -> hall.run(() -> hall.panels.recall("c1", "回避", "officer2")), "duty-giver");
        hall.run(() -> hall.panels.recall("c1", "m1 系申请人导师", "officer"));
        assertThat(hall.events).filteredOn(PanelRecalled.class::isInstance).containsExactly(new PanelRecalled("c1", "REVIEW"));
        hall.recused.add("m1c1");
        codes(() -> appoint("m1", "m2", "m3"), "duty-recused");
        appoint("m4", "m2", "m3");
        Panel panel = hall.ask(() -> hall.panels.find("c1", "REVIEW")).orElseThrow();
        assertThat(panel.voided()).singleElement().satisfies(given -> assertThat(given.score().marks().shown(2)).isEqualTo("60.00 (1: 55.00)"));
        assertThat(panel.scoresSeenBy("m2").get("m2").marks().lines()).containsEntry("2", new Points(75_500_000));
        assertThat(hall.ask(() -> hall.panels.recallReasons(panel))).containsExactly("m1 系申请人导师");
        assertThat(hall.milestones).containsExactly("c1 PANEL_APPOINTED", "c1 PANEL_APPOINTED");
        assertThat(hall.ask(() -> hall.panelSteps.members("c1", "REVIEW"))).containsExactly("m4", "m3");
    }

    @Test
    void twoMembersInTheSameSecondAreBothKept() {
        appoint("m1", "m2", "m3");
        CompletableFuture.allOf(Stream.of("m1", "m2", "m3").map(member -> CompletableFuture.runAsync(() ->
                hall.run(() -> hall.panels.score("c1", "REVIEW", member, 60, Map.of(), "符合")))).toArray(CompletableFuture[]::new)).join();
        assertThat(hall.ask(() -> hall.panels.find("c1", "REVIEW")).orElseThrow().state()).isEqualTo(PanelState.SCORED);
    }

    @Test
    void aPanelGoesHomeWhenTheCaseEnds() {
        appoint("m1", "m2", "m3");
        hall.withdraw("c1");
        codes(() -> hall.run(() -> hall.panels.score("c1", "REVIEW", "m1", 60, Map.of(), "符合")), "panel-none");
    }

    private int seen(String person) {
        return hall.ask(() -> hall.panels.find("c1", "REVIEW")).orElseThrow().scoresSeenBy(person).size();
    }

    private void appoint(String... members) {
        hall.run(() -> hall.panels.appoint("c1", "REVIEW", new PanelPlan(List.of(members), members[0], TOMORROW, 30, "评审室")));
    }

    private static void codes(ThrowingCallable act, String... codes) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.faults()).extracting(Refusal.Fault::code).containsExactlyInAnyOrder(codes));
    }
}
