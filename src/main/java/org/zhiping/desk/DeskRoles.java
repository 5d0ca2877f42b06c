package org.zhiping.desk;

import java.util.Arrays;
import org.zhiping.identity.Role;

/** Who may open which group of desk pages. What somebody may do there is decided act by act. */
final class DeskRoles {

    static final Role[] STAFF = Arrays.stream(Role.values()).filter(Role::staff).toArray(Role[]::new);
    static final Role[] CASES = {Role.ACCEPTANCE_OFFICER, Role.EVALUATOR, Role.PANEL_MEMBER, Role.EXAM_OFFICER,
        Role.SCORE_VERIFIER, Role.APPROVER, Role.CERTIFICATE_OFFICER, Role.SUPERVISOR};
    static final Role[] CASE_WORK = Arrays.stream(Role.values()).filter(Role::caseWork).toArray(Role[]::new);
    static final Role[] CASE_LIST = {Role.ACCEPTANCE_OFFICER, Role.EXAM_OFFICER, Role.SCORE_VERIFIER, Role.APPROVER,
        Role.CERTIFICATE_OFFICER, Role.SUPERVISOR};
    static final Role[] PERSON = {Role.ACCEPTANCE_OFFICER, Role.EVALUATOR, Role.CERTIFICATE_OFFICER, Role.SUPERVISOR};
    static final Role[] MATERIALS = {Role.ACCEPTANCE_OFFICER, Role.EVALUATOR, Role.PANEL_MEMBER, Role.APPROVER,
        Role.CERTIFICATE_OFFICER, Role.SUPERVISOR};
    static final Role[] RESULTS = {Role.SCORE_VERIFIER, Role.APPROVER, Role.CERTIFICATE_OFFICER, Role.SUPERVISOR};
    static final Role[] SESSIONS = {Role.EXAM_OFFICER, Role.EVALUATOR, Role.INVIGILATOR, Role.SCORE_VERIFIER, Role.SUPERVISOR};
    static final Role[] ROUNDS = {Role.EXAM_OFFICER, Role.ADMINISTRATOR, Role.SUPERVISOR};
    static final Role[] ROUND_KEEPERS = {Role.EXAM_OFFICER, Role.ADMINISTRATOR};
    static final Role[] STANDARDS = {Role.PROCESS_OWNER, Role.SUPERVISOR, Role.EXAM_OFFICER, Role.ADMINISTRATOR, Role.MANAGER};
    static final Role[] NOTICES = {Role.PROCESS_OWNER, Role.SUPERVISOR, Role.MANAGER};
    static final Role[] MAIL = {Role.ADMINISTRATOR, Role.MANAGER};

    static final Role[] CALENDAR = {Role.EXAM_OFFICER, Role.ADMINISTRATOR, Role.TEAM_LEAD, Role.MANAGER, Role.SUPERVISOR};
    static final Role[] CALENDAR_KEEPERS = {Role.EXAM_OFFICER, Role.ADMINISTRATOR};

    static final Role[] ABSENCES = Arrays.stream(Role.values()).filter(role -> role.caseWork() || role == Role.TEAM_LEAD || role == Role.ADMINISTRATOR)
        .toArray(Role[]::new);

    private DeskRoles() {
    }
}
