package org.zhiping.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.zhiping.standard.TestStandards.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhiping.platform.Refusal;

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

        office.act(() -> office.rounds.setParameters(planned.number(), IntakeOffice.S2_PARAMETERS));
        office.act(() -> office.rounds.open(planned.number()));
        assertThat(office.rounds.open()).extracting(Round::number).containsExactly(planned.number());
        refused("round-not-planned", () -> office.rounds.setParameters(planned.number(), Map.of()));
    }

    @Test
    void aFixedReferenceDateMustBeThere() {
        RoundPlan plan = new RoundPlan(S2, S2_EDITION, List.of("LEVEL_4"), List.of("A"), office.now, office.now.plusSeconds(60), null,
                IntakeOffice.S2_PARAMETERS);
        Round planned = office.act(() -> office.rounds.plan(plan));
        refused("round-parameter-missing", () -> office.rounds.open(planned.number()));
    }

    @Test
    void theClosingMomentIsTooLate() {
        Round round = office.open(Map.of());
        assertThat(round.accepts(round.opensAt().minusSeconds(1))).isFalse();
        assertThat(round.accepts(round.opensAt())).isTrue();
        assertThat(round.accepts(round.closesAt().minusNanos(1))).isTrue();
        assertThat(round.accepts(round.closesAt())).isFalse();

        office.act(() -> office.rounds.close(round.number()));
        assertThat(office.rounds.open()).isEmpty();
        refused("round-not-open", () -> office.rounds.close(round.number()));
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
