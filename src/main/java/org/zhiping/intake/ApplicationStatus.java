package org.zhiping.intake;

import java.util.EnumSet;
import java.util.Set;

/** Where an application stands. The process waits; this says what the institution may still do with it. */
public enum ApplicationStatus {
    DRAFT, SUBMITTED, RETURNED, ACCEPTED, ASSESSED, APPROVED, CERTIFIED, FAILED, WITHDRAWN, LAPSED,
    /** Its round was cancelled. */
    CANCELLED;

    /** Under way, so that nobody may have a second one of the same level. */
    public static final Set<ApplicationStatus> UNDER_WAY =
            Set.copyOf(EnumSet.of(DRAFT, SUBMITTED, RETURNED, ACCEPTED, ASSESSED, APPROVED));

    /** The applicant may change facts and files. */
    public boolean editable() {
        return this == DRAFT || this == RETURNED;
    }

    /** Counts among those that the round has room for. */
    public boolean takesPlace() {
        return this != DRAFT && this != WITHDRAWN && this != LAPSED && this != CANCELLED;
    }

    public boolean ended() {
        return !UNDER_WAY.contains(this);
    }
}
