package org.zhiping.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.when;
import static org.zhiping.standard.TestStandards.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.TestTexts;

/** Rounds on PostgreSQL with the real packs. */
class RoundsTest {

    private final IntakeOffice office = new IntakeOffice();

    @Test
    void aRoundOpensWhenNothingIsLeftOpen() {
        Round planned = office.act(() -> office.rounds.plan(plan(Map.of("returnLimit", "2"))));
        assertThat(planned.number()).matches("R2026\\d{4}");
        assertThat(planned.status()).isEqualTo(RoundStatus.PLANNED);

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> office.act(() -> office.rounds.open(planned.number())))
                .satisfies(refusal -> assertThat(refusal.faults()).extracting(Refusal.Fault::field)
                        .contains("referenceDateRule", "oneYearReading", "certificate.site").doesNotContain("returnLimit"));
        assertThat(office.rounds.find(planned.number()).status()).isEqualTo(RoundStatus.PLANNED);

        office.act(() -> office.rounds.change(planned.number(), planned.version(), plan(IntakeOffice.S2_PARAMETERS)));
        office.act(() -> office.rounds.open(planned.number()));
        assertThat(office.rounds.open()).extracting(Round::number).containsExactly(planned.number());
        refused("round-not-planned", () -> office.rounds.change(planned.number(), 2, plan(Map.of())));
    }

    @Test
    void aFixedReferenceDateMustBeThere() {
        RoundPlan plan = new RoundPlan(S2, S2_EDITION, List.of("LEVEL_4"), List.of("A"), office.now, office.now.plusSeconds(60), null,
                IntakeOffice.S2_PARAMETERS);
        Round planned = office.act(() -> office.rounds.plan(plan));
        refused("round-reference-date-missing", () -> office.rounds.open(planned.number()));
    }

    @Test
    void theClosingMomentIsTooLate() {
        Round round = office.open(Map.of());
        assertThat(round.accepts(round.opensAt().minusSeconds(1))).isFalse();
        assertThat(round.accepts(round.opensAt())).isTrue();
        assertThat(round.accepts(round.closesAt().minusNanos(1))).isTrue();
        assertThat(round.accepts(round.closesAt())).isFalse();

        office.act(() -> office.rounds.close(round.number(), ""));
        assertThat(office.rounds.open()).isEmpty();
        refused("round-not-open", () -> office.rounds.close(round.number(), ""));
    }

    @Test
    void yearsAreCountedForTheDayTheInstitutionNames() {
        LocalDate submitted = LocalDate.parse("2026-12-01");
        Instant closes = Instant.parse("2026-12-31T16:00:00Z");
        assertThat(counts("fixed", closes, submitted)).isEqualTo(IntakeOffice.TODAY);
        assertThat(counts("submission", closes, submitted)).isEqualTo(submitted);
        assertThat(counts("window-close", closes, submitted)).isEqualTo("2026-12-31");
    }

    @Test
    void wrongPlansAreRefused() {
        refused("round-levels-wrong", () -> office.rounds.plan(offer(List.of("LEVEL_9"), List.of("A"))));
        refused("round-levels-wrong", () -> office.rounds.plan(offer(List.of(), List.of("A"))));
        refused("round-directions-wrong", () -> office.rounds.plan(offer(List.of("LEVEL_4"), List.of("E"))));
        refused("round-directions-wrong", () -> office.rounds.plan(offer(List.of("LEVEL_4"), List.of())));
        refused("round-directions-wrong", () -> office.rounds.plan(offer(List.of("LEVEL_4"), List.of("A", "Z"))));
        refused("parameter-unknown", () -> office.rounds.plan(plan(Map.of("passMark", "50"))));
        refused("round-closes-before-it-opens", () -> office.rounds.plan(new RoundPlan(S2, S2_EDITION, List.of("LEVEL_4"), List.of("A"),
                office.now, office.now, null, Map.of())));
        assertThat(office.rounds.all()).isEmpty();
    }

    @Test
    void impossiblePlansAreRefusedFieldByField() {
        faults(announced(new Announcement("🎉第一批", 0, Map.of("LEVEL_4", -1, "LEVEL_1", 3), Map.of("ORAL", IntakeOffice.TODAY))),
                "name", "capacity", "levelCapacity.LEVEL_4", "levelCapacity.LEVEL_1", "examDates.ORAL");
        faults(announced(new Announcement("名".repeat(2_000_000), 1_000_000_000, null, Map.of("THEORY", LocalDate.parse("1900-01-01")))),
                "name", "capacity", "examDates.THEORY");
        faults(window("1900-01-01T00:00:00Z", "2026-12-01T00:00:00Z"), "opensAt");
        faults(window("2026-11-22T00:00:00Z", "+99999-01-01T00:00:00Z"), "closesAt");
        faults(window("2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z"), "closesAt");
        assertThat(office.rounds.all()).isEmpty();
    }

    @Test
    void isNamedByItsYearAndPlaceUnlessItsOfficerDoes() {
        assertThat(office.act(() -> office.rounds.plan(plan(Map.of()))).name()).isEqualTo("2026年第一批");
        assertThat(office.act(() -> office.rounds.plan(plan(Map.of()))).name()).isEqualTo("2026年第二批");
        assertThat(office.act(() -> office.rounds.plan(announced(new Announcement("校企合作专场", null, null, null)))).name()).isEqualTo("校企合作专场");
    }

    @Test
    void allThatWasAnnouncedIsKept() {
        Announcement announcement = new Announcement("春季", 30, Map.of("LEVEL_3", 10), Map.of("THEORY", LocalDate.parse("2027-01-09")));
        String number = office.act(() -> office.rounds.plan(announced(announcement))).number();
        assertThat(office.rounds.find(number).plan()).isEqualTo(announced(announcement));
    }

    @Test
    void theSecondOfTwoOfficersIsToldThatTheRoundHasChanged() {
        Round planned = office.act(() -> office.rounds.plan(plan(Map.of())));
        Round changed = office.act(() -> office.rounds.change(planned.number(), planned.version(), announced(new Announcement("甲", null, null, null))));
        refused("round-changed-meanwhile", () -> office.rounds.change(planned.number(), planned.version(), announced(new Announcement("乙", null, null, null))));
        assertThat(office.rounds.find(planned.number()).name()).isEqualTo("甲");
        office.act(() -> office.rounds.change(planned.number(), changed.version(), announced(new Announcement("乙", null, null, null))));
        assertThat(office.rounds.find(planned.number()).name()).isEqualTo("乙");
    }

    @Test
    void whatIsMissingIsToldWithTheClauseAndWhatTheStandardSays() {
        Round planned = office.act(() -> office.rounds.plan(plan(Map.of())));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> office.act(() -> office.rounds.open(planned.number())))
                .satisfies(refusal -> assertThat(refusal.faults()).filteredOn(fault -> fault.field().equals("oneYearReading"))
                        .extracting(TestTexts.create()::of).first().asString().contains("1.9.1"));
    }

    @Test
    void everyActIsKeptWithWhoAndWhy() {
        when(office.user.idIfAny()).thenReturn(Optional.of("planner"));
        String number = office.open(Map.of()).number();
        office.act(() -> office.rounds.open(number));
        office.act(() -> office.rounds.limit(number, 5, Map.of("LEVEL_3", 2)));
        office.act(() -> office.rounds.close(number, ""));
        office.act(() -> office.rounds.extend(number, office.now.plus(Duration.ofDays(40)), "报名人数不足"));
        office.act(() -> office.rounds.cancel(number, "考场停电"));
        assertThat(office.rounds.history(number)).extracting(RoundAct::kind).containsExactly(RoundAct.Kind.PLANNED, RoundAct.Kind.OPENED,
                RoundAct.Kind.CAPACITY, RoundAct.Kind.CLOSED, RoundAct.Kind.EXTENDED, RoundAct.Kind.CANCELLED);
        assertThat(office.rounds.history(number)).extracting(RoundAct::by).containsOnly("planner");
        assertThat(office.rounds.history(number)).extracting(RoundAct::reason).contains("报名人数不足", "考场停电");
        assertThat(office.rounds.history(number).get(4).details()).containsEntry("until", "2027-01-01T10:00+08:00");
        Round clone = office.act(() -> office.rounds.clone(number, plan(Map.of())));
        assertThat(office.rounds.history(clone.number()).get(0).details()).containsEntry("from", number);
    }

    @Test
    void actsThatNeedAReasonAreRefusedWithoutOne() {
        String number = office.open(Map.of()).number();
        refused("round-reason-missing", () -> office.rounds.cancel(number, "  "));
        refused("round-reason-missing", () -> office.rounds.extend(number, office.now.plus(Duration.ofDays(40)), null));
        refused("reason-too-long", () -> office.rounds.cancel(number, "因".repeat(501)));
        refused("round-moment-implausible", () -> office.rounds.extend(number, Instant.parse("2099-01-01T00:00:00Z"), "x"));
    }

    private RoundPlan announced(Announcement announcement) {
        return plan(Map.of()).announced(announcement);
    }

    private RoundPlan window(String opens, String closes) {
        return new RoundPlan(S2, S2_EDITION, List.of("LEVEL_4", "LEVEL_3"), List.of("A", "E"), Instant.parse(opens), Instant.parse(closes),
                IntakeOffice.TODAY, Map.of());
    }

    private void faults(RoundPlan plan, String... fields) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> office.act(() -> office.rounds.plan(plan)))
                .satisfies(refusal -> assertThat(refusal.faults()).extracting(Refusal.Fault::field).containsExactlyInAnyOrder(fields));
    }

    private LocalDate counts(String rule, Instant closes, LocalDate submitted) {
        Map<String, String> parameters = new HashMap<>(IntakeOffice.S2_PARAMETERS);
        parameters.put("referenceDateRule", rule);
        return Round.planned("R20260001", new RoundPlan(S2, S2_EDITION, List.of("LEVEL_4"), List.of("A"), office.now, closes,
                IntakeOffice.TODAY, parameters)).countsOn(submitted, office.clock.getZone());
    }

    private RoundPlan plan(Map<String, String> parameters) {
        return new RoundPlan(S2, S2_EDITION, List.of("LEVEL_4", "LEVEL_3"), List.of("A", "E"), office.now,
                office.now.plus(Duration.ofDays(30)), IntakeOffice.TODAY, parameters);
    }

    private RoundPlan offer(List<String> levels, List<String> directions) {
        return new RoundPlan(S2, S2_EDITION, levels, directions, office.now, office.now.plusSeconds(60), IntakeOffice.TODAY, Map.of());
    }

    private void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> office.act(act)).withMessage(code);
    }
}
