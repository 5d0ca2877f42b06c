package org.zhiping.worklist;

import java.time.DateTimeException;
import java.time.Instant;
import org.zhiping.platform.Refusal;

/**
 * A place in the list, which is ordered by deadline and task id; a page begins behind it however many tasks went before.
 *
 * @param due null for the tasks without a deadline, which come last
 */
public record WorkCursor(Instant due, String taskId) {

    private static final String NEVER = "infinity";

    /** As it stands in an address. */
    public String text() {
        return dueText() + "_" + taskId;
    }

    /** Null or blank is the beginning of the list. @throws Refusal (INVALID) when it is no text of a cursor */
    public static WorkCursor of(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        int gap = text.indexOf('_');
        try {
            String due = text.substring(0, gap);
            return new WorkCursor(due.equals(NEVER) ? null : Instant.parse(due), text.substring(gap + 1));
        } catch (DateTimeException | IndexOutOfBoundsException unreadable) {
            throw Refusal.invalid("after", "worklist-cursor");
        }
    }

    String dueText() {
        return due == null ? NEVER : due.toString();
    }
}
