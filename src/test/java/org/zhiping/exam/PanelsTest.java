package org.zhiping.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhiping.exam.ExamHall.TOMORROW;

import java.util.List;
import java.util.stream.IntStream;
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
        hall.run(() -> hall.panels.score("c1", "REVIEW", "m1", 60, "符合"));
        hall.run(() -> hall.panels.score("c1", "REVIEW", "m2", 59.5, "基本符合"));
        assertThat(seen("m1")).isEqualTo(1);
        hall.run(() -> hall.panels.score("c1", "REVIEW", "m3", "60.50", "符合"));
        hall.run(() -> hall.panels.confirm("c1", "REVIEW", hall.panelSteps.chair("c1", "REVIEW"), "合议一致"));
        assertThat(seen("m2")).isEqualTo(3);
        hall.run(() -> hall.panelSteps.conclude("c1", "REVIEW"));
        PartRecord record = hall.ask(() -> hall.records.find("c1", "REVIEW")).orElseThrow();
        assertThat(record.shown()).isEqualTo("60.00");
        assertThat(record.scoreSumHundredths()).isEqualTo(18000);
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
        hall.person("colleague", Role.PANEL_MEMBER, "甲公司");
        hall.recused.add("m2c1");
        hall.person("other", Role.EVALUATOR, "");
        codes(() -> appoint("colleague", "m2", "other"), "recused-employer", "recused-declared", "staff-not-panel-member");
        assertThat(hall.ask(() -> hall.panels.find("c1", "REVIEW")).orElseThrow().state()).isEqualTo(PanelState.OPENED);
    }

    @Test
    void aWrongScoreLeavesThePanelAsItWas() {
        appoint("m1", "m2", "m3");
        codes(() -> hall.run(() -> hall.panels.score("c1", "REVIEW", "m1", 60.005, "符合")), "score-decimals");
        codes(() -> hall.run(() -> hall.panels.score("c1", "REVIEW", "m1", "-1", "符合")), "score-out-of-range");
        assertThat(seen("m1")).isZero();
    }

    @Test
    void aPanelGoesHomeWhenTheCaseEnds() {
        appoint("m1", "m2", "m3");
        hall.withdraw("c1");
        codes(() -> hall.run(() -> hall.panels.score("c1", "REVIEW", "m1", 60, "符合")), "panel-none");
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
