package org.zhiping.platform.calendar;

import java.time.Instant;

/**
 * A line of the calendar's record.
 *
 * @param by      account, or null where the product did it at a start
 * @param act     day-set, day-removed, year-shipped, year-imported or deadlines-moved
 * @param subject the day or year
 * @param detail  plain text as typed, or a number
 */
public record CalendarChange(long id, Instant at, String by, String act, String subject, String detail) {
}
