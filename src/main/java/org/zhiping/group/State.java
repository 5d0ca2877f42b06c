package org.zhiping.group;

/** How far the work on a file is. */
enum State {
    CHECKING, UNREADABLE, CHECKED, IMPORTING, IMPORTED, SUBMITTING, SUBMITTED, CANCELLED;

    /** A worker is at it, or will be. */
    boolean running() {
        return this == CHECKING || this == IMPORTING || this == SUBMITTING;
    }

    /** What is good may be taken over, again too after some of it was refused. */
    boolean importable() {
        return this == CHECKED || this == IMPORTED || this == SUBMITTED;
    }

    boolean submittable() {
        return this == IMPORTED || this == SUBMITTED;
    }
}
