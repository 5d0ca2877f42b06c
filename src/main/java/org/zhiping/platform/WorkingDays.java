package org.zhiping.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The institution's working days: Monday to Friday, except where the table {@code calendar_day} names a public
 * holiday or a make-up working day 调休. A day of a year that {@code calendar_year} does not name is provisional: nobody has
 * said yet how its holidays lie. The tables are read once in a transaction; pages, which run in none, see them for some seconds.
 */
@Component
public class WorkingDays {

    private static final String QUESTION = "calendar";
    private static final Duration KEPT = Duration.ofSeconds(5);

    private record Arrangement(Map<LocalDate, Boolean> exceptions, Set<Integer> years) {

        boolean working(LocalDate day) {
            boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
            return exceptions.getOrDefault(day, weekday);
        }
    }

    private final JdbcClient jdbc;
    private final Cache<String, Arrangement> kept = Caffeine.newBuilder().expireAfterWrite(KEPT).build();

    WorkingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean isWorkingDay(LocalDate day) {
        return arrangement().working(day);
    }

    /** The working day that lies {@code days} (0 or more) working days after {@code from}; 0 gives {@code from} itself. */
    public LocalDate plus(LocalDate from, int days) {
        return count(from, days, 1);
    }

    /** The working day that lies {@code days} (0 or more) working days before {@code from}; 0 gives {@code from} itself. */
    public LocalDate minus(LocalDate from, int days) {
        return count(from, days, -1);
    }

    /** How many working days there are after {@code from}, up to and with {@code to}; 0 where {@code to} is not after it. */
    public int between(LocalDate from, LocalDate to) {
        Arrangement arrangement = arrangement();
        return from.isAfter(to) ? 0 : (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(arrangement::working).count();
    }

    /** Whether this day's year is arranged; else its holidays are not known yet. */
    public boolean known(LocalDate day) {
        return arrangement().years().contains(day.getYear());
    }

    /** The last day up to which every year from this day's on is arranged; empty when this day's is not. */
    public Optional<LocalDate> knownUntil(LocalDate from) {
        Set<Integer> years = arrangement().years();
        int year = from.getYear();
        while (years.contains(year)) {
            year++;
        }
        return year == from.getYear() ? Optional.empty() : Optional.of(LocalDate.of(year, 1, 1).minusDays(1));
    }

    /** Pages of this server see it at once, those of another after some seconds. */
    @EventListener
    public void on(CalendarChanged event) {
        OncePerTransaction.forget(QUESTION);
        kept.invalidateAll();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    kept.invalidateAll();
                }
            });
        }
    }

    private LocalDate count(LocalDate from, int days, int direction) {
        if (days < 0) {
            throw new IllegalArgumentException("Working days must not be negative: " + days);
        }
        Arrangement arrangement = arrangement();
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(direction);
            if (arrangement.working(day)) {
                left--;
            }
        }
        return day;
    }

    private Arrangement arrangement() {
        return TransactionSynchronizationManager.isSynchronizationActive() ? OncePerTransaction.of(QUESTION, this::read)
                : kept.get(QUESTION, question -> read());
    }

    private Arrangement read() {
        return new Arrangement(jdbc.sql("select day, working from calendar_day")
                .query((row, n) -> Map.entry(row.getObject("day", LocalDate.class), row.getBoolean("working")))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                new TreeSet<>(jdbc.sql("select year from calendar_year").query(Integer.class).list()));
    }
}
