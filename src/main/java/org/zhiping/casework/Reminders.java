package org.zhiping.casework;

/** What people have been reminded of: each kind once for each wait, whatever fires again. */
interface Reminders {

    /** Calls for attention in the order in which they come. */
    enum Kind {
        REMINDER, OVERDUE, ESCALATED, GIVEN_BACK
    }

    /**
     * Notes that this is told now, in the running transaction.
     *
     * @param wait a task id, or what else names one wait
     * @return false when it was told before
     */
    boolean first(String wait, Kind kind);
}
