package org.zhiping.worklist;

import java.time.DateTimeException;
import java.time.Instant;
import org.zhiping.platform.Refusal;

/**
 * A place in the list, which is ordered by deadline, then by arrival, then by task id; a page begins behind it however many tasks went before.
 *
 * @param due     null for the tasks without a deadline, which come last
 * @param created when the task arrived
 */
public record WorkCursor(Instant due, Instant created, String taskId) {

    private static final String NEVER = "infinity";

    /** As it stands in an address. */
    public String text() {
        return dueText() + "_" + created + "_" + taskId;
    }

    /** Null or blank is the beginning of the list. @throws Refusal (INVALID) when it is no text of a cursor */
    public static WorkCursor of(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String[] parts = text.split("_", 3);
        try {
            return new WorkCursor(parts[0].equals(NEVER) ? null : Instant.parse(parts[0]), Instant.parse(parts[1]), parts[2]);
        } catch (DateTimeException | IndexOutOfBoundsException unreadable) {
            throw Refusal.invalid("after", "worklist-cursor");
        }
    }

    String dueText() {
        return due == null ? NEVER : due.toString();
    }
}
