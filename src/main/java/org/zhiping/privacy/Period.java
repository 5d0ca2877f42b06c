package org.zhiping.privacy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long a class of data is kept. */
public record Period(int length, Unit unit) {

    static final int LONGEST = 1200;

    /** What periods are counted in; stored. */
    public enum Unit {
        DAY(ChronoUnit.DAYS), MONTH(ChronoUnit.MONTHS), YEAR(ChronoUnit.YEARS);

        private final ChronoUnit span;

        Unit(ChronoUnit span) {
            this.span = span;
        }
    }

    /** What began before this day is over on {@code today}. */
    LocalDate cutoff(LocalDate today) {
        return today.minus(length, unit.span);
    }
}
