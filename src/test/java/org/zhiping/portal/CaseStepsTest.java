package org.zhiping.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Milestone;

class CaseStepsTest {

    @Test
    void aCertifiedCaseHasAllStepsBehindIt() {
        assertThat(CaseSteps.of(ApplicationStatus.CERTIFIED, Set.of())).extracting(CaseView.Step::state).containsOnly("done");
    }

    @Test
    void aCaseInReviewIsAtItsSecondStep() {
        assertThat(CaseSteps.of(ApplicationStatus.SUBMITTED, Set.of())).extracting(CaseView.Step::state)
                .containsExactly("done", "now", "", "", "", "");
    }

    @Test
    void aWithdrawnCaseStopsWhereItWas() {
        assertThat(CaseSteps.of(ApplicationStatus.WITHDRAWN, Set.of(Milestone.SUBMITTED, Milestone.ACCEPTED)))
                .extracting(CaseView.Step::state).containsExactly("done", "done", "stopped", "", "", "");
    }
}
