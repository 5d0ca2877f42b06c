package org.zhiping.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.zhiping.platform.Refusal;

/** What may be done to a round in which state. */
class RoundTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant CLOSES = NOW.plus(Duration.ofDays(30));
    private static final RoundPlan PLAN = new RoundPlan("s", "e", List.of("L"), List.of(), NOW, CLOSES, LocalDate.EPOCH, Map.of());

    private final Round planned = Round.planned("R1", PLAN);
    private final Round open = planned.opened(NOW);
    private final Round closed = open.closed();
    private final Round cancelled = open.cancelled("考场停电");

    @Test
    void onlyAPlannedRoundIsChangedAndItsStandardNever() {
        assertThat(planned.changed(PLAN.announced(new Announcement("第一批", 5, null, null))).capacity()).isEqualTo(5);
        refused("round-not-planned", () -> open.changed(PLAN));
        refused("round-not-planned", () -> closed.changed(PLAN));
        refused("round-standard-fixed", () -> planned.changed(new RoundPlan("other", "e", List.of("L"), List.of(), NOW, CLOSES, null, Map.of())));
    }

    @Test
    void isAnnouncedWhenItOpensAndNotAfterItsWindow() {
        assertThat(planned.announced()).isFalse();
        assertThat(open.announced()).isTrue();
        refused("round-window-past", () -> planned.opened(CLOSES));
        refused("round-not-planned", () -> closed.opened(NOW));
    }

    @Test
    void isExtendedForwardsAndAClosedOneOpensAgain() {
        Instant later = CLOSES.plusSeconds(1);
        assertThat(open.extended(later, NOW).closesAt()).isEqualTo(later);
        assertThat(closed.extended(later, CLOSES).accepts(CLOSES)).isTrue();
        refused("round-extended-backwards", () -> open.extended(CLOSES, NOW));
        refused("round-extended-backwards", () -> open.extended(later, later));
        refused("round-not-open", () -> planned.extended(later, NOW));
    }

    @Test
    void aCancelledOneTakesNothingAnyMoreAndSaysWhy() {
        assertThat(cancelled.accepts(NOW)).isFalse();
        for (ThrowingCallable act : List.<ThrowingCallable>of(() -> cancelled.opened(NOW), () -> cancelled.closed(), () -> cancelled.cancelled("x"),
                () -> cancelled.extended(CLOSES.plusSeconds(1), NOW), () -> cancelled.limited(3, Map.of()), () -> cancelled.changed(PLAN),
                () -> cancelled.requireAccepting(NOW))) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(act).withMessage("round-cancelled")
                    .satisfies(refusal -> assertThat(refusal.faults().get(0).args()).contains("考场停电"));
        }
        assertThat(planned.cancelled("x").announced()).isFalse();
        assertThat(closed.cancelled("x").announced()).isTrue();
    }

    @Test
    void placesLeftNeverFallBelowNone() {
        Round limited = open.limited(3, Map.of("L", 2));
        RoundUse use = new RoundUse(1, 4, 4, Map.of("L", 1));
        assertThat(use.left(limited)).isZero();
        assertThat(use.left(limited, "L")).isEqualTo(1);
        assertThat(use.full(limited, "L")).isTrue();
        assertThat(use.full(open, "L")).isFalse();
    }

    @Test
    void isNamedInChineseNumerals() {
        assertThat(List.of(RoundNames.of(2026, 3), RoundNames.of(2026, 10), RoundNames.of(2026, 12), RoundNames.of(2026, 20),
                RoundNames.of(2026, 99), RoundNames.of(2026, 100))).containsExactly("2026年第三批", "2026年第十批", "2026年第十二批",
                        "2026年第二十批", "2026年第九十九批", "2026年第100批");
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).withMessage(code);
    }
}
