package org.zhiping.platform;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The institution's working days: Monday to Friday, except where the table {@code calendar_day} names a public
 * holiday or a make-up working day 调休.
 */
@Component
public class WorkingDays {

    private final JdbcClient jdbc;

    WorkingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean isWorkingDay(LocalDate day) {
        return isWorkingDay(day, exceptions(day, day));
    }

    /** The working day that lies {@code days} (0 or more) working days after {@code from}; 0 gives {@code from} itself. */
    public LocalDate plus(LocalDate from, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("Working days must not be negative: " + days);
        }
        Map<LocalDate, Boolean> exceptions = exceptions(from, from.plusDays(days * 2L + 60));
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
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

    private Map<LocalDate, Boolean> exceptions(LocalDate from, LocalDate to) {
        return jdbc.sql("select day, working from calendar_day where day between :from and :to")
                .param("from", from).param("to", to)
                .query((row, n) -> Map.entry(row.getObject("day", LocalDate.class), row.getBoolean("working")))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
