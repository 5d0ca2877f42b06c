package org.zhiping.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.zhiping.intake.IntakeOffice.WHO;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.zhiping.platform.Refusal;

/** What becomes of the drafts and cases of a cancelled round, and of the drafts of an extended one. */
class CancelledRoundsTest {

    private final IntakeOffice office = new IntakeOffice();

    @Test
    void draftsAndCasesEndAndEachApplicantIsToldTheReasonOnce() {
        String submitted = office.submitted();
        String round = office.applications.find(submitted).roundNumber();
        String draft = office.act(() -> office.intake.start("li.na", round, "LEVEL_4", "A")).caseNumber();
        office.act(() -> office.rounds.cancel(round, "考场停电"));
        refused("round-cancelled", () -> office.intake.submit("li.na", draft));
        refused("round-cancelled", () -> office.intake.start("wang", round, "LEVEL_4", "A"));

        CompletableFuture.allOf(CompletableFuture.runAsync(office.cancelled::scan), CompletableFuture.runAsync(office.cancelled::scan)).join();
        office.cancelled.scan();
        office.drafts.scan();
        for (String caseNumber : List.of(submitted, draft)) {
            assertThat(office.applications.find(caseNumber).status()).isEqualTo(ApplicationStatus.CANCELLED);
            assertThat(reached(caseNumber, Milestone.ROUND_CANCELLED)).singleElement()
                    .satisfies(told -> assertThat(told.args()).containsEntry("reason", "考场停电"));
        }
        assertThat(office.events).filteredOn(RoundCancelled.class::isInstance).containsExactly(new RoundCancelled(submitted));
        refused("application-cannot-be-withdrawn", () -> office.intake.withdraw(WHO, submitted, null));
        refused("application-cancelled", () -> office.intake.submit("li.na", draft));
        assertThat(office.rounds.use(round)).isEqualTo(new RoundUse(0, 0, 0, Map.of()));
    }

    @Test
    void whatHasEndedStaysAsItIs() {
        String submitted = office.submitted();
        String round = office.applications.find(submitted).roundNumber();
        office.act(() -> office.jdbc.sql("update application set status = 'CERTIFIED'").update());
        office.act(() -> office.rounds.cancel(round, "考场停电"));
        office.cancelled.scan();
        assertThat(office.applications.find(submitted).status()).isEqualTo(ApplicationStatus.CERTIFIED);
    }

    @Test
    void aCaseThatSomebodyWorksOnKeepsNobodyWaitingAndIsEndedAtTheNextLook() {
        String first = office.submitted();
        String round = office.applications.find(first).roundNumber();
        String second = office.act(() -> office.intake.start("li.na", round, "LEVEL_4", "A")).caseNumber();
        office.act(() -> office.rounds.cancel(round, "考场停电"));
        office.act(() -> {
            office.applications.lock(first);
            CompletableFuture.runAsync(office.cancelled::scan).join();
        });
        assertThat(office.applications.find(first).status()).isEqualTo(ApplicationStatus.SUBMITTED);
        assertThat(office.applications.find(second).status()).isEqualTo(ApplicationStatus.CANCELLED);
        office.cancelled.scan();
        assertThat(office.applications.find(first).status()).isEqualTo(ApplicationStatus.CANCELLED);
    }

    @Test
    void anApplicantWithADraftIsToldOfEachExtensionOnceAndRemindedAnew() {
        String draft = office.draft(Claims.EMPTY);
        Round round = office.rounds.find(office.applications.find(draft).roundNumber());
        office.now = round.closesAt().minus(Duration.ofDays(1));
        office.drafts.scan();
        assertThat(reached(draft, Milestone.DRAFT_REMINDED)).hasSize(1);

        office.now = office.now.plusSeconds(60);
        office.act(() -> office.rounds.extend(round.number(), round.closesAt().plus(Duration.ofDays(30)), "报名人数不足"));
        office.drafts.scan();
        office.drafts.scan();
        assertThat(reached(draft, Milestone.ROUND_EXTENDED)).singleElement()
                .satisfies(told -> assertThat(told.args()).containsEntry("due", "2027-01-21"));
        assertThat(reached(draft, Milestone.DRAFT_REMINDED)).hasSize(1);
        String later = office.act(() -> office.intake.start("li.na", round.number(), "LEVEL_3", "E")).caseNumber();
        office.drafts.scan();
        assertThat(reached(later, Milestone.ROUND_EXTENDED)).isEmpty();

        office.now = round.closesAt().plus(Duration.ofDays(29));
        office.drafts.scan();
        assertThat(reached(draft, Milestone.DRAFT_REMINDED)).hasSize(2);
        assertThat(office.applications.find(draft).status()).isEqualTo(ApplicationStatus.DRAFT);
    }

    private List<MilestoneReached> reached(String caseNumber, Milestone milestone) {
        return office.milestones.of(caseNumber).stream().filter(reached -> reached.milestone() == milestone).toList();
    }

    private void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> office.act(act)).withMessage(code)
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }
}
