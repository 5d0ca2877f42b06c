package org.zhiping.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.zhiping.intake.ApplicationStatus.*;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiping.platform.Refusal;

class ApplicationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    static Stream<Arguments> steps() {
        return Stream.of(
                step("submit", application -> application.submit(NOW), SUBMITTED, DRAFT),
                step("giveBack", application -> application.giveBack(NOW), RETURNED, SUBMITTED),
                step("supplement", application -> application.supplement(NOW), SUBMITTED, RETURNED),
                step("accept", Application::accept, ACCEPTED, SUBMITTED),
                step("assess", Application::assess, ASSESSED, ACCEPTED, ASSESSED),
                step("approve", Application::approve, APPROVED, ASSESSED),
                step("fail", Application::fail, FAILED, ASSESSED),
                step("certify", Application::certify, CERTIFIED, APPROVED),
                step("withdraw", Application::withdraw, WITHDRAWN, DRAFT, SUBMITTED, RETURNED, ACCEPTED, ASSESSED, APPROVED),
                step("lapse", Application::lapse, LAPSED, DRAFT, RETURNED));
    }

    private static Arguments step(String name, Consumer<Application> step, ApplicationStatus next, ApplicationStatus... from) {
        return Arguments.of(name, step, next, EnumSet.copyOf(Arrays.asList(from)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void aStepIsTakenOnlyFromWhereItMay(String name, Consumer<Application> step, ApplicationStatus next, Set<ApplicationStatus> from) {
        for (ApplicationStatus status : ApplicationStatus.values()) {
            Application application = in(status);
            if (from.contains(status)) {
                step.accept(application);
                assertThat(application.status()).isEqualTo(next);
            } else {
                assertThatExceptionOfType(Refusal.class).as(status.name()).isThrownBy(() -> step.accept(application))
                        .matches(refusal -> refusal.kind() == Refusal.Kind.CONFLICT);
                assertThat(application.status()).isEqualTo(status);
            }
        }
    }

    @Test
    void factsChangeOnlyInTheApplicantsHands() {
        for (ApplicationStatus status : ApplicationStatus.values()) {
            Application application = in(status);
            if (status.editable()) {
                application.claim(IntakeOffice.worker("2020-01-01", ""));
                assertThat(application.claims().jobs()).hasSize(1);
            } else {
                assertThatExceptionOfType(Refusal.class).isThrownBy(() -> application.claim(Claims.EMPTY)).withMessage("application-not-editable");
            }
        }
    }

    @Test
    void changedFactsHaveToBeConfirmedAnew() {
        Application application = in(SUBMITTED);
        application.confirm(new Confirmation(Map.of(), Map.of("major", "yes")));
        application.giveBack(NOW);
        application.claim(application.claims());
        assertThat(application.confirmation().answers()).containsEntry("major", "yes");
        application.claim(IntakeOffice.worker("2020-01-01", ""));
        assertThat(application.confirmation()).isEqualTo(Confirmation.NONE);
    }

    @Test
    void theDeadlineOfASupplementHolds() {
        Application intime = in(SUBMITTED);
        intime.giveBack(NOW);
        intime.supplement(NOW);
        assertThat(intime.supplementUntil()).isNull();

        Application late = in(SUBMITTED);
        late.giveBack(NOW);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> late.supplement(NOW.plusSeconds(1))).withMessage("supplement-deadline-passed");
    }

    private static Application in(ApplicationStatus status) {
        return new Application("ZP202600000001", new Application.Subject("R20260001", "all-media-operator", "2023", "LEVEL_4", "A"),
                "zhang.wei", "张伟", 0, new Application.Progress(status, NOW, NOW), Claims.EMPTY, Confirmation.NONE);
    }
}
