package org.zhiping.identity;

import java.util.Arrays;
import java.util.Optional;

/** What a person may do here. The id is also the candidate group of user tasks and the engine's group id. */
public enum Role {
    APPLICANT, ACCEPTANCE_OFFICER, EVALUATOR, PANEL_MEMBER, INVIGILATOR, EXAM_OFFICER, SCORE_VERIFIER, APPROVER,
    CERTIFICATE_OFFICER, SUPERVISOR, PROCESS_OWNER, MANAGER, ADMINISTRATOR;

    public String id() {
        return name().toLowerCase().replace('_', '-');
    }

    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }
}
