package org.zhiping.identity;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A member of staff is away.
 *
 * @param from    first day
 * @param until   last day
 * @param deputy  account that stands in meanwhile
 * @param by      account that entered it
 * @param endedAt when it was taken back or cut short, or null
 */
public record Absence(long id, String account, LocalDate from, LocalDate until, String deputy, String by, Instant enteredAt, Instant endedAt) {

    boolean covers(LocalDate day) {
        return endedAt == null && !day.isBefore(from) && !day.isAfter(until);
    }

    boolean meets(LocalDate first, LocalDate last) {
        return endedAt == null && !from.isAfter(last) && !until.isBefore(first);
    }
}
