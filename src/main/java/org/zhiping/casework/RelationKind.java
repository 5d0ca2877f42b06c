package org.zhiping.casework;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Why somebody must keep out of somebody's case 回避. */
public enum RelationKind {
    /** From one case, for the reason that is given. */
    RECUSAL,
    /** Teacher and student 师生. */
    TEACHER,
    RELATIVE,
    /** Stated; the same employer is also found where account and application name it. */
    SAME_EMPLOYER,
    /** Taught the course that the application rests on; how long that counts is the table's to say. */
    TAUGHT_COURSE,
    OTHER;

    /** Those that are to a person, in every case of theirs. */
    public static List<RelationKind> toPersons() {
        return Arrays.stream(values()).filter(kind -> kind != RECUSAL).toList();
    }

    /** @param name as typed, or null */
    public static Optional<RelationKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
