package org.zhiping.intake;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Time worked, each day once. The last day of a job counts as worked; the day on which years are counted does not, for
 * it is not over: who started on 22 November five years ago has five full years on 22 November. A year that began on
 * 29 February is full on 28 February. Spans apart from each other add up as years, months and days, where 31 days
 * make a month, so that nobody gets a year that no calendar would give.
 */
record Tenure(List<Span> spans) {

    static final Tenure NONE = new Tenure(List.of());

    /** @param end the first day no longer worked; {@link LocalDate#MAX} while the work goes on */
    record Span(LocalDate from, LocalDate end) {

        /** @param last last day at work; null while the work goes on */
        static Span of(LocalDate from, LocalDate last) {
            return new Span(from, last == null ? LocalDate.MAX : last.plusDays(1));
        }
    }

    private record Length(int months, int days) {
    }

    /** Merges spans that overlap or follow each other without a day between. */
    static Tenure of(Collection<Span> worked) {
        List<Span> merged = new ArrayList<>();
        worked.stream().filter(span -> span.from().isBefore(span.end())).sorted(Comparator.comparing(Span::from))
                .forEach(span -> add(merged, span));
        return new Tenure(List.copyOf(merged));
    }

    private static void add(List<Span> merged, Span next) {
        int last = merged.size() - 1;
        if (last < 0 || next.from().isAfter(merged.get(last).end())) {
            merged.add(next);
        } else if (next.end().isAfter(merged.get(last).end())) {
            merged.set(last, new Span(merged.get(last).from(), next.end()));
        }
    }

    /** What was worked from this day on. */
    Tenure since(LocalDate day) {
        return of(spans.stream().map(span -> new Span(later(span.from(), day), span.end())).toList());
    }

    /** What was worked before this day. */
    Tenure until(LocalDate day) {
        return of(spans.stream().map(span -> new Span(span.from(), span.end().isBefore(day) ? span.end() : day)).toList());
    }

    /** All full years worked until this day. */
    int fullYears(LocalDate on) {
        List<Length> lengths = lengths(on);
        int months = lengths.stream().mapToInt(Length::months).sum();
        int days = lengths.stream().mapToInt(Length::days).sum();
        return (lengths.size() > 1 ? months + days / 31 : months) / 12;
    }

    /** The full years of the longest span without a gap. */
    int longestFullYears(LocalDate on) {
        return lengths(on).stream().mapToInt(length -> length.months() / 12).max().orElse(0);
    }

    /** The first day after this one on which the years are full, if the present work goes on. */
    Optional<LocalDate> reaches(int years, LocalDate after, boolean withoutGap) {
        if (spans.isEmpty() || !spans.get(spans.size() - 1).end().equals(LocalDate.MAX)) {
            return Optional.empty();
        }
        LocalDate start = later(after, spans.get(spans.size() - 1).from());
        long tooFew = 1;
        long enough = ChronoUnit.DAYS.between(start, start.plusYears(years).plusDays(32));
        while (tooFew < enough) {
            long middle = (tooFew + enough) / 2;
            LocalDate day = start.plusDays(middle);
            if ((withoutGap ? longestFullYears(day) : fullYears(day)) >= years) {
                enough = middle;
            } else {
                tooFew = middle + 1;
            }
        }
        return Optional.of(start.plusDays(enough));
    }

    /** What is missing of these years on this day; nothing when they are full. Days of spans apart are counted 31 to a month. */
    Period missing(int years, LocalDate on, boolean withoutGap) {
        List<Span> worked = spans.stream().filter(span -> span.from().isBefore(on))
                .map(span -> new Span(span.from(), span.end().isBefore(on) ? span.end() : on)).toList();
        if (worked.isEmpty()) {
            return Period.ofYears(years);
        }
        if (withoutGap || worked.size() == 1) {
            Span longest = worked.stream().max(Comparator.comparing(span -> ChronoUnit.DAYS.between(span.from(), span.end()))).get();
            LocalDate full = longest.from().plusYears(years);
            return full.isAfter(longest.end()) ? Period.between(longest.end(), full) : Period.ZERO;
        }
        List<Length> lengths = lengths(on);
        int days = lengths.stream().mapToInt(Length::days).sum();
        int months = 12 * years - lengths.stream().mapToInt(Length::months).sum() - (days + 30) / 31;
        return months < 0 ? Period.ZERO : Period.of(months / 12, months % 12, (31 - days % 31) % 31);
    }

    private List<Length> lengths(LocalDate on) {
        return spans.stream().filter(span -> span.from().isBefore(on))
                .map(span -> length(span.from(), span.end().isBefore(on) ? span.end() : on)).toList();
    }

    private static Length length(LocalDate from, LocalDate end) {
        int months = (int) ChronoUnit.MONTHS.between(from, end);
        if (!from.plusMonths(months + 1L).isAfter(end)) {
            months++;
        }
        return new Length(months, (int) ChronoUnit.DAYS.between(from.plusMonths(months), end));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
