package org.zhiping.casework;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.zhiping.identity.Role;

/** Which role does which user task, as the models and forms have it. */
final class TaskRoles {

    private static final Map<String, Role> ROLES = Map.ofEntries(Map.entry("review-materials", Role.ACCEPTANCE_OFFICER),
            Map.entry("give-evaluator-opinion", Role.EVALUATOR), Map.entry("plan-session", Role.EXAM_OFFICER),
            Map.entry("record-attendance", Role.INVIGILATOR), Map.entry("enter-scores", Role.EVALUATOR),
            Map.entry("verify-scores", Role.SCORE_VERIFIER), Map.entry("appoint-panel", Role.EXAM_OFFICER),
            Map.entry("score-candidate", Role.PANEL_MEMBER), Map.entry("confirm-minutes", Role.PANEL_MEMBER),
            Map.entry("approve-result", Role.APPROVER), Map.entry("answer-approver", Role.SCORE_VERIFIER));

    private TaskRoles() {
    }

    /** Null for a task that belongs to no role of staff. */
    static Role of(String task) {
        return ROLES.get(task);
    }

    /** User-task ids, in the order of their names. */
    static List<String> tasksOf(Collection<Role> roles) {
        return ROLES.entrySet().stream().filter(entry -> roles.contains(entry.getValue())).map(Map.Entry::getKey).sorted().toList();
    }
}
