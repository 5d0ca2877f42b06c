package org.zhiping.platform.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.platform.CalendarChanged;
import org.zhiping.platform.Refusal;

/** What people do with the working-day calendar. Every act is recorded with the account that did it. */
@Component
@Transactional
public class WorkingCalendar {

    private static final int LONGEST_NOTE = 100;
    private static final int LONGEST_SOURCE = 300;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    /** What an import did, in days. */
    public record Imported(int added, int changed, int removed) {

        private boolean none() {
            return added + changed + removed == 0;
        }
    }

    private final CalendarYears years;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WorkingCalendar(CalendarYears years, ApplicationEventPublisher events, Clock clock) {
        this.years = years;
        this.events = events;
        this.clock = clock;
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<CalendarYear> years() {
        return years.all();
    }

    @Transactional(readOnly = true)
    public Optional<CalendarYear> year(int year) {
        return years.find(year);
    }

    /** @throws Refusal at {@code year} */
    @Transactional(readOnly = true)
    public List<SpecialDay> days(int year) {
        inRange("year", year);
        return years.days(year);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<CalendarChange> changes(int most) {
        return years.changes(most);
    }

    /** Saying again what the day says already changes and records nothing. @param note which holiday, or why; at most 100 characters */
    public void set(LocalDate day, boolean working, String note, String by) {
        String said = note == null ? "" : note.strip();
        inRange("day", day.getYear());
        if (said.isEmpty() || said.length() > LONGEST_NOTE || said.lines().count() > 1) {
            throw Refusal.invalid("note", "calendar-note", LONGEST_NOTE);
        }
        if (working && weekday(day)) {
            throw Refusal.invalid("day", "calendar-works-anyway", day);
        }
        SpecialDay wanted = new SpecialDay(day, working, said, by, clock.instant());
        if (years.day(day).filter(wanted::saysTheSameAs).isPresent()) {
            return;
        }
        years.set(wanted);
        changed(day.getYear(), by, "day-set", day.toString(), (working ? "班 " : "休 ") + said);
    }

    /** From here on the day is what its weekday says. */
    public void remove(LocalDate day, String by) {
        if (!years.remove(day)) {
            throw Refusal.conflict("calendar-day-plain", day);
        }
        changed(day.getYear(), by, "day-removed", day.toString(), "");
    }

    /**
     * A year as the file has it: days that it does not name are what their weekday says. The same file again is not recorded again.
     *
     * @param source the notice that arranges the year, at most 300 characters
     * @param csv    as {@link #csv} writes it
     * @throws Refusal at {@code year}, {@code source} or {@code file}
     */
    public Imported importYear(int year, String source, String csv, String by) {
        inRange("year", year);
        if (source == null || source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw Refusal.invalid("source", "calendar-source", LONGEST_SOURCE);
        }
        List<SpecialDay> wanted = CalendarSheet.read(year, csv);
        Map<LocalDate, SpecialDay> before = years.days(year).stream().collect(Collectors.toMap(SpecialDay::day, Function.identity()));
        List<SpecialDay> fresh = wanted.stream().filter(day -> !before.containsKey(day.day())).toList();
        List<SpecialDay> other = wanted.stream().filter(day -> before.containsKey(day.day()) && !day.saysTheSameAs(before.get(day.day()))).toList();
        wanted.forEach(day -> before.remove(day.day()));
        List.of(fresh, other).forEach(days -> days.forEach(day -> years.set(new SpecialDay(day.day(), day.working(), day.note(), by, clock.instant()))));
        before.keySet().forEach(years::remove);
        Imported done = new Imported(fresh.size(), other.size(), before.size());
        if (done.none() && years.find(year).filter(known -> known.source().equals(source.strip())).isPresent()) {
            return done;
        }
        years.cover(new CalendarYear(year, source.strip(), by, clock.instant()));
        changed(year, by, "year-imported", String.valueOf(year), source.strip());
        return done;
    }

    /**
     * The days of a year as a notice of the State Council words them, as {@link #importYear} takes them; nothing is entered by it.
     *
     * @return empty where the text is no such notice
     * @throws Refusal at {@code file}
     */
    public Optional<String> fromNotice(int year, String text) {
        inRange("year", year);
        return HolidayNotice.is(text) ? Optional.of(CalendarSheet.write(HolidayNotice.read(year, text)).replace("\uFEFF", "")) : Optional.empty();
    }

    /** For a spreadsheet: day, 休 or 班, note; in UTF-8 with a mark. */
    @Transactional(readOnly = true)
    public String csv(int year) {
        inRange("year", year);
        return CalendarSheet.write(years.days(year));
    }

    /** Deadlines were computed anew. @return the number of the line in the record */
    public long recordMoves(int moves, String by) {
        return years.record(Objects.requireNonNull(by), "deadlines-moved", LocalDate.now(clock).toString(), String.valueOf(moves));
    }

    private void changed(int year, String by, String act, String subject, String detail) {
        years.record(Objects.requireNonNull(by), act, subject, detail);
        events.publishEvent(new CalendarChanged(year));
    }

    private static void inRange(String field, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Refusal.invalid(field, "calendar-year", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
        }
    }

    private static boolean weekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
