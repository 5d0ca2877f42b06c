package org.zhiping.exam;

import java.util.Arrays;
import java.util.Optional;

/** What the invigilator saw of a candidate 到考情况. */
public enum Attendance {
    PRESENT, ABSENT, DISCIPLINED;

    /** The value in forms and decisions. */
    public String id() {
        return name().toLowerCase();
    }

    public static Optional<Attendance> of(String id) {
        return Arrays.stream(values()).filter(attendance -> attendance.id().equals(id)).findFirst();
    }
}
