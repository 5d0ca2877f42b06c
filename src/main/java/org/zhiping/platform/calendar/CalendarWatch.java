package org.zhiping.platform.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import org.zhiping.platform.WorkingDays;

/** Warns before the calendar runs out: the next year's notice comes in the last months of a year. */
@Component("calendarHealthIndicator")
public class CalendarWatch implements HealthIndicator {

    /**
     * @param until the last day whose year is arranged; the day before this year where this year is not
     * @param days  calendar days left, 0 when it has run out
     */
    public record Warning(LocalDate until, int days) {

        public int missingYear() {
            return until.getYear() + 1;
        }
    }

    private final WorkingDays workingDays;
    private final Clock clock;
    private final int warnDays;

    CalendarWatch(WorkingDays workingDays, Clock clock, @Value("${zhiping.calendar.warn-days:60}") int warnDays) {
        this.workingDays = workingDays;
        this.clock = clock;
        this.warnDays = warnDays;
    }

    public Optional<Warning> warning() {
        LocalDate today = LocalDate.now(clock);
        LocalDate until = workingDays.knownUntil(today).orElse(LocalDate.of(today.getYear(), 1, 1).minusDays(1));
        long left = Math.max(0, until.toEpochDay() - today.toEpochDay());
        return left <= warnDays ? Optional.of(new Warning(until, (int) left)) : Optional.empty();
    }

    /** Up in any case, for deadlines are still computed, by weekdays alone; the details tell whoever watches. */
    @Override
    public Health health() {
        Health.Builder health = Health.up();
        workingDays.knownUntil(LocalDate.now(clock)).ifPresent(until -> health.withDetail("knownUntil", until.toString()));
        warning().ifPresent(warning -> health.withDetail("missingYear", warning.missingYear()));
        return health.build();
    }
}
