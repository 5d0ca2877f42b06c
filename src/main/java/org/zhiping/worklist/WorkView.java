package org.zhiping.worklist;

import java.util.Arrays;
import java.util.Optional;

/** The lists that one person has. */
public enum WorkView {
    /** Tasks that the person has. */
    MINE,
    /** Tasks of the person's roles that nobody has taken. */
    WAITING,
    /** Those of both lists whose deadline has passed; for a team lead also those that colleagues have. */
    OVERDUE,
    /** Tasks of those for whom the person stands in, who are away. */
    DEPUTY,
    /** Tasks that colleagues have of roles that the person leads. */
    TEAM;

    public String id() {
        return name().toLowerCase();
    }

    public static Optional<WorkView> of(String id) {
        return Arrays.stream(values()).filter(view -> view.id().equals(id)).findFirst();
    }
}
