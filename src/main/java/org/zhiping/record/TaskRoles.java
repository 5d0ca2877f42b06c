package org.zhiping.record;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;

/** In which of their roles somebody acts on a task. */
@Component
class TaskRoles {

    /** As the delivered models offer their tasks, and for whom those are that are meant for one person. */
    private static final Map<String, Role> USUAL = Map.ofEntries(Map.entry("review-materials", Role.ACCEPTANCE_OFFICER),
            Map.entry("give-evaluator-opinion", Role.EVALUATOR), Map.entry("supplement-materials", Role.APPLICANT),
            Map.entry("approve-result", Role.APPROVER), Map.entry("answer-approver", Role.SCORE_VERIFIER),
            Map.entry("plan-session", Role.EXAM_OFFICER), Map.entry("record-attendance", Role.INVIGILATOR),
            Map.entry("enter-scores", Role.EVALUATOR), Map.entry("verify-scores", Role.SCORE_VERIFIER),
            Map.entry("appoint-panel", Role.EXAM_OFFICER), Map.entry("score-candidate", Role.PANEL_MEMBER),
            Map.entry("confirm-minutes", Role.PANEL_MEMBER));

    private final Accounts accounts;

    TaskRoles(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @param groups candidate groups of the task where they are known; the first that the person has counts */
    String of(String task, List<String> groups, String person) {
        if (groups.isEmpty() || person == null) {
            return usual(task);
        }
        return groups.stream().filter(group -> Role.of(group).filter(role -> accounts.find(person).filter(account -> account.has(role)).isPresent())
                .isPresent()).findFirst().orElse(groups.get(0));
    }

    static String usual(String task) {
        return USUAL.containsKey(task) ? USUAL.get(task).id() : "";
    }
}
