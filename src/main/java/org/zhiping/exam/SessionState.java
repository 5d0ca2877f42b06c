package org.zhiping.exam;

/** How far a session has come; ABANDONED when every candidate left before it was closed. */
public enum SessionState {
    OPENED, PLANNED, SEATED, ATTENDED, SCORED, CLOSED, ABANDONED
}
