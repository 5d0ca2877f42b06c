package org.zhiping.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.zhiping.platform.Refusal;
import org.zhiping.result.Decision.Assessment;

class ResultTest {

    private static final Assessment ALL_YES = new Assessment(true, true, true);
    private final Result result = Result.proposed("ZP202600000001", "passed");

    @Test
    void anApprovedPassGoesPublic() {
        result.decide(Decision.approved(ALL_YES, "approver", Instant.EPOCH));
        refused("result-state", result::fail);
        result.publish(Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
        assertThat(result.state()).isEqualTo(ResultState.PUBLIC);
        refused("result-state", () -> result.publish(Instant.EPOCH, Instant.EPOCH));
    }

    @Test
    void anApprovedFailureEndsWithoutPublicity() {
        Result failed = Result.proposed("ZP202600000002", "failed");
        failed.decide(Decision.approved(ALL_YES, "approver", Instant.EPOCH));
        refused("result-state", () -> failed.publish(Instant.EPOCH, Instant.EPOCH));
        failed.fail();
        assertThat(failed.state()).isEqualTo(ResultState.FAILED);
    }

    @Test
    void approvalNeedsThreeYes() {
        for (Assessment assessment : new Assessment[] {new Assessment(false, true, true), new Assessment(true, false, true),
                new Assessment(true, true, false)}) {
            refused("approval-needs-three-yes", () -> result.decide(Decision.approved(assessment, "approver", Instant.EPOCH)));
        }
        refused("result-state", () -> result.publish(Instant.EPOCH, Instant.EPOCH));
    }

    @Test
    void whatIsSentBackIsAnsweredBeforeItIsProposedAgain() {
        refused("approval-reason-needed", () -> result.decide(Decision.sentBack(ALL_YES, " ", "approver", Instant.EPOCH)));
        result.decide(Decision.sentBack(new Assessment(true, false, true), "监考记录缺页", "approver", Instant.EPOCH));
        refused("result-not-answered", () -> result.proposeAgain("passed"));
        refused("approval-answer-needed", () -> result.answer("", "verifier"));
        result.answer("已补齐", "verifier");
        result.proposeAgain("failed");
        assertThat(result.passed()).isFalse();
        assertThat(result.decisions()).singleElement().extracting(Decision::answer).isEqualTo("已补齐");
        refused("result-state", () -> result.answer("再答", "verifier"));
    }

    @Test
    void aWithdrawalEndsItAtAnyPointAndPublicityWithIt() {
        Result proposed = Result.proposed("ZP202600000003", "passed");
        proposed.withdraw(Instant.EPOCH);
        assertThat(proposed.state()).isEqualTo(ResultState.WITHDRAWN);
        assertThat(proposed.publicUntil()).isNull();
        refused("result-state", () -> proposed.decide(Decision.approved(ALL_YES, "approver", Instant.EPOCH)));
        refused("result-state", () -> proposed.withdraw(Instant.EPOCH));

        result.decide(Decision.approved(ALL_YES, "approver", Instant.EPOCH));
        result.publish(Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
        result.withdraw(Instant.EPOCH.plusSeconds(30));
        assertThat(result.publicUntil()).isEqualTo(Instant.EPOCH.plusSeconds(30));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessage(code);
    }
}
