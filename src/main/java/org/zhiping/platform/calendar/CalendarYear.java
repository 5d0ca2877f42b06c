package org.zhiping.platform.calendar;

import java.time.Instant;

/**
 * A year whose holidays and make-up days are known.
 *
 * @param source the notice that arranges them
 * @param by     account that entered it; null where it came with the product
 */
public record CalendarYear(int year, String source, String by, Instant at) {
}
