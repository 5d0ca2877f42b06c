package org.zhiping.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.zhiping.intake.IntakeOffice.WHO;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.zhiping.platform.Refusal;

/** The round of the office opens on Sunday 22 November 2026 and closes at 10:00 on Tuesday 22 December. */
class DraftDeadlinesTest {

    private static final Instant CLOSES = Instant.parse("2026-12-22T02:00:00Z");

    private final IntakeOffice office = new IntakeOffice();
    private final String draft = office.draft(Claims.EMPTY);

    @Test
    void itsApplicantIsRemindedOnceThreeWorkingDaysBeforeTheRoundCloses() {
        at("2026-12-16T15:59:00Z");
        assertThat(milestones()).isEmpty();
        at("2026-12-16T16:01:00Z");
        at("2026-12-17T16:01:00Z");
        assertThat(milestones()).containsExactly(Milestone.DRAFT_REMINDED);
        assertThat(office.milestones.of(draft).get(0).args()).containsEntry("due", "2026-12-22");
        assertThat(status()).isEqualTo(ApplicationStatus.DRAFT);
    }

    @Test
    void itLapsesWhenTheRoundHasClosedAndCannotBeSubmittedAnyMore() {
        at("2026-12-17T01:00:00Z");
        office.now = CLOSES;
        refused("round-not-accepting");
        at("2026-12-22T02:00:00Z");
        at("2026-12-22T03:00:00Z");
        assertThat(milestones()).containsExactly(Milestone.DRAFT_REMINDED, Milestone.LAPSED);
        assertThat(status()).isEqualTo(ApplicationStatus.LAPSED);
        refused("application-lapsed");
        assertThat(office.intake.mine(WHO)).hasSize(1);
    }

    @Test
    void afterALongOutageItLapsesWithoutAStaleReminder() {
        at("2027-02-01T00:00:00Z");
        assertThat(milestones()).containsExactly(Milestone.LAPSED);
    }

    @Test
    void oneThatWasBegunTodayNeedsNoReminder() {
        office.now = CLOSES.minus(Duration.ofHours(5));
        String late = office.act(() -> office.intake.start("li", office.applications.find(draft).roundNumber(), "LEVEL_3", "E")).caseNumber();
        office.drafts.scan();
        assertThat(office.milestones.of(late)).isEmpty();
    }

    @Test
    void aRoundThatIsClosedEarlyEndsItsDrafts() {
        office.act(() -> office.rounds.close(office.applications.find(draft).roundNumber(), ""));
        office.drafts.scan();
        assertThat(status()).isEqualTo(ApplicationStatus.LAPSED);
    }

    @Test
    void twoServersDoItOnce() {
        office.now = CLOSES;
        CompletableFuture.allOf(CompletableFuture.runAsync(office.drafts::scan), CompletableFuture.runAsync(office.drafts::scan)).join();
        assertThat(milestones()).containsExactly(Milestone.LAPSED);
    }

    @Test
    void whatWasSubmittedIsLeftAlone() {
        office.act(() -> office.intake.withdraw(WHO, draft, null));
        String submitted = office.submitted();
        at("2027-02-01T00:00:00Z");
        assertThat(office.applications.find(submitted).status()).isEqualTo(ApplicationStatus.SUBMITTED);
    }

    private void at(String moment) {
        office.now = Instant.parse(moment);
        office.drafts.scan();
    }

    private List<Milestone> milestones() {
        return office.milestones.of(draft).stream().map(MilestoneReached::milestone).toList();
    }

    private ApplicationStatus status() {
        return office.applications.find(draft).status();
    }

    private void refused(String code) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> office.act(() -> office.intake.submit(WHO, draft))).withMessage(code);
    }
}
