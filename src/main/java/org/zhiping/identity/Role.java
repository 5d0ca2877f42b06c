package org.zhiping.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a person may do here. The id is also the candidate group of user tasks and the engine's group id. */
public enum Role {
    APPLICANT, ACCEPTANCE_OFFICER, EVALUATOR, PANEL_MEMBER, INVIGILATOR, EXAM_OFFICER, SCORE_VERIFIER, APPROVER,
    CERTIFICATE_OFFICER, SUPERVISOR, PROCESS_OWNER, MANAGER, ADMINISTRATOR, GROUP_AGENT, TEAM_LEAD;

    private static final Set<Role> CASE_WORK = EnumSet.range(ACCEPTANCE_OFFICER, CERTIFICATE_OFFICER);

    public String id() {
        return name().toLowerCase().replace('_', '-');
    }

    /** Everybody works for the institution but applicants and those who apply for a group of them. */
    public boolean staff() {
        return this != APPLICANT && this != GROUP_AGENT;
    }

    /** Takes decisions in cases, which an administrator never does. */
    public boolean caseWork() {
        return CASE_WORK.contains(this);
    }

    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }
}
