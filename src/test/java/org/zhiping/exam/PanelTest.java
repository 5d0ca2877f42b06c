package org.zhiping.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhiping.platform.Refusal;

class PanelTest {

    private final Panel panel = new Panel(1, "ZP202600000001", "CAPABILITY", PanelState.OPENED, null, Map.of(), List.of(), null, 0);

    @Test
    void membersScoreBlindUntilTheMinutes() {
        panel.appoint(plan("chair", "chair", "m2", "m3"));
        panel.score("chair", given(8000));
        panel.score("m2", given(7000));
        assertThat(panel.scoresSeenBy("chair")).containsOnlyKeys("chair");
        assertThat(panel.scoresSeenBy("m3")).isEmpty();
        panel.score("m3", given(6001));
        assertThat(panel.state()).isEqualTo(PanelState.SCORED);
        assertThat(panel.scoresSeenBy("chair")).hasSize(3);
        assertThat(panel.scoresSeenBy("m2")).containsOnlyKeys("m2");
        assertThat(panel.scoresSeenBy("stranger")).isEmpty();
        panel.confirm("chair", "一致同意");
        assertThat(panel.scoresSeenBy("m2")).hasSize(3);
        panel.conclude();
        assertThat(panel.scoreSum()).isEqualTo(21001);
        assertThat(panel.live()).isFalse();
    }

    @Test
    void aMemberScoresOnceWithAnOpinion() {
        panel.appoint(plan("chair", "chair", "m2", "m3"));
        refused("opinion-needed", () -> panel.score("m2", new PanelScore(new Marks(new Points(1), Map.of()), " ")));
        refused("panel-not-member", () -> panel.score("stranger", given(1)));
        panel.score("m2", given(1));
        refused("panel-already-scored", () -> panel.score("m2", given(2)));
    }

    @Test
    void onlyTheChairWritesTheMinutesAndOnlyWhenAllHaveScored() {
        panel.appoint(plan("chair", "chair"));
        refused("panel-state", () -> panel.confirm("chair", "…"));
        panel.score("chair", given(6000));
        refused("panel-not-chair", () -> panel.confirm("m2", "…"));
        refused("panel-minutes-needed", () -> panel.confirm("chair", ""));
        refused("panel-state", panel::conclude);
    }

    @Test
    void theChairIsAMemberAndNobodySitsTwice() {
        refused("panel-chair-not-member", () -> panel.appoint(plan("m9", "m1", "m2", "m3")));
        refused("panel-member-twice", () -> panel.appoint(plan("m1", "m1", "m1", "m3")));
        refused("panel-members-needed", () -> panel.appoint(plan("m1")));
    }

    @Test
    void ofARecalledPanelThoseWhoStayKeepTheirScoresAndTheOthersAreVoid() {
        panel.appoint(plan("m1", "m1", "m2", "m3"));
        panel.score("m1", given(9000));
        panel.score("m2", given(8000));
        panel.recall();
        assertThat(panel.awaited()).isEmpty();
        assertThat(panel.submitted()).isZero();
        refused("panel-state", () -> panel.score("m3", given(1)));
        refused("panel-state", panel::recall);
        panel.appoint(plan("m4", "m4", "m2", "m3"));
        assertThat(panel.awaited()).containsExactly("m4", "m3");
        refused("panel-already-scored", () -> panel.score("m2", given(1)));
        refused("panel-not-member", () -> panel.score("m1", given(1)));
        panel.score("m3", given(7000));
        panel.score("m4", given(6000));
        assertThat(panel.scoreSum()).isEqualTo(21000);
        assertThat(panel.voided()).extracting(VoidScore::member).containsExactly("m1");
        assertThat(panel.voidedSeenBy("m2")).isEmpty();
        assertThat(panel.voidedSeenBy("m4")).hasSize(1);
    }

    @Test
    void aPanelLeftWithMembersWhoHaveAllScoredNeedsNoMoreScores() {
        panel.appoint(plan("m1", "m1", "m2", "m3", "m4", "m5"));
        for (String member : new String[] {"m1", "m2", "m3", "m4", "m5"}) {
            panel.score(member, given(7000));
        }
        panel.recall();
        assertThat(panel.scoresSeenBy("m1")).containsOnlyKeys("m1");
        panel.appoint(plan("m1", "m1", "m2", "m3"));
        assertThat(panel.state()).isEqualTo(PanelState.SCORED);
        panel.confirm("m1", "两位委员退出，其评分作废");
        refused("panel-state", panel::recall);
    }

    private static PanelPlan plan(String chair, String... members) {
        return new PanelPlan(List.of(members), chair, Instant.EPOCH, 20, "评审室");
    }

    private static PanelScore given(long millionths) {
        return new PanelScore(new Marks(new Points(millionths), Map.of()), "符合要求");
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessage(code);
    }
}
