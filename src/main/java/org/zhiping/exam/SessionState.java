package org.zhiping.exam;

/** How far an exam session 考试场次 has come. */
public enum SessionState {
    OPENED, PLANNED, SEATED, ATTENDED, SCORED, CLOSED
}
