package org.zhiping.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The role in which each user task of the delivered models is done, whether it is offered to the role or its person was chosen. */
public final class StepRoles {

    private static final Map<String, Role> BY_STEP = Map.ofEntries(Map.entry("review-materials", Role.ACCEPTANCE_OFFICER),
            Map.entry("give-evaluator-opinion", Role.EVALUATOR), Map.entry("supplement-materials", Role.APPLICANT),
            Map.entry("approve-result", Role.APPROVER), Map.entry("answer-approver", Role.SCORE_VERIFIER),
            Map.entry("plan-session", Role.EXAM_OFFICER), Map.entry("record-attendance", Role.INVIGILATOR),
            Map.entry("enter-scores", Role.EVALUATOR), Map.entry("verify-scores", Role.SCORE_VERIFIER),
            Map.entry("appoint-panel", Role.EXAM_OFFICER), Map.entry("score-candidate", Role.PANEL_MEMBER),
            Map.entry("confirm-minutes", Role.PANEL_MEMBER));

    private StepRoles() {
    }

    /** @param step user-task id */
    public static Optional<Role> of(String step) {
        return Optional.ofNullable(BY_STEP.get(step));
    }

    /** User-task ids of these roles, in the order of their names. */
    public static List<String> stepsOf(Collection<Role> roles) {
        return BY_STEP.entrySet().stream().filter(entry -> roles.contains(entry.getValue())).map(Map.Entry::getKey).sorted().toList();
    }
}
