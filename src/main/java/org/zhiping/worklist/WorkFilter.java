package org.zhiping.worklist;

import java.io.Serializable;

/** Which tasks somebody wants to see; null or blank lets any through. {@code level} is one of the standard's. */
public record WorkFilter(String standard, String level, String round, String step) implements Serializable {

    public static final WorkFilter NONE = new WorkFilter(null, null, null, null);

    public WorkFilter {
        standard = blankIsNull(standard);
        level = standard == null ? null : blankIsNull(level);
        round = blankIsNull(round);
        step = blankIsNull(step);
    }

    public boolean any() {
        return equals(NONE);
    }

    private static String blankIsNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
