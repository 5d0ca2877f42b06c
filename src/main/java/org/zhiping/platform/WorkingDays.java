package org.zhiping.platform;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The institution's working days: Monday to Friday, except where the table {@code calendar_day} names a public
 * holiday or a make-up working day 调休. The table is read once in a transaction.
 */
@Component
public class WorkingDays {

    private final JdbcClient jdbc;

    WorkingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean isWorkingDay(LocalDate day) {
        return isWorkingDay(day, exceptions());
    }

    /** The working day that lies {@code days} (0 or more) working days after {@code from}; 0 gives {@code from} itself. */
    public LocalDate plus(LocalDate from, int days) {
        return count(from, days, 1);
    }

    /** The working day that lies {@code days} (0 or more) working days before {@code from}; 0 gives {@code from} itself. */
    public LocalDate minus(LocalDate from, int days) {
        return count(from, days, -1);
    }

    private LocalDate count(LocalDate from, int days, int direction) {
        if (days < 0) {
            throw new IllegalArgumentException("Working days must not be negative: " + days);
        }
        Map<LocalDate, Boolean> exceptions = exceptions();
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(direction);
            if (isWorkingDay(day, exceptions)) {
                left--;
            }
        }
        return day;
    }

    private static boolean isWorkingDay(LocalDate day, Map<LocalDate, Boolean> exceptions) {
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return exceptions.getOrDefault(day, weekday);
    }

    private Map<LocalDate, Boolean> exceptions() {
        return OncePerTransaction.of("calendar", () -> jdbc.sql("select day, working from calendar_day")
                .query((row, n) -> Map.entry(row.getObject("day", LocalDate.class), row.getBoolean("working")))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
