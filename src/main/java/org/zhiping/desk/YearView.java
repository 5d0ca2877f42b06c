package org.zhiping.desk;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhiping.platform.calendar.SpecialDay;

/** A year as a wall calendar shows it: months of weeks from Monday to Sunday. */
public record YearView(int year, List<Month> months) {

    public record Month(int number, List<List<Cell>> weeks) {
    }

    /** @param day null beside the month; @param kind off, work (a make-up day), weekend, or empty */
    public record Cell(LocalDate day, String kind, String note) {

        private static final Cell BESIDE = new Cell(null, "", "");

        static Cell of(LocalDate day, SpecialDay special) {
            String plain = day.getDayOfWeek().getValue() > 5 ? "weekend" : "";
            return special == null ? new Cell(day, plain, "") : new Cell(day, special.working() ? "work" : "off", special.note());
        }
    }

    static YearView of(int year, List<SpecialDay> special) {
        Map<LocalDate, SpecialDay> days = special.stream().collect(Collectors.toMap(SpecialDay::day, Function.identity()));
        return new YearView(year, IntStream.rangeClosed(1, 12).mapToObj(month -> month(YearMonth.of(year, month), days)).toList());
    }

    private static Month month(YearMonth month, Map<LocalDate, SpecialDay> special) {
        List<Cell> cells = new ArrayList<>();
        IntStream.range(1, month.atDay(1).getDayOfWeek().getValue()).forEach(before -> cells.add(Cell.BESIDE));
        month.atDay(1).datesUntil(month.atEndOfMonth().plusDays(1)).forEach(day -> cells.add(Cell.of(day, special.get(day))));
        while (cells.size() % 7 > 0) {
            cells.add(Cell.BESIDE);
        }
        return new Month(month.getMonthValue(), IntStream.range(0, cells.size() / 7).mapToObj(week -> cells.subList(week * 7, week * 7 + 7)).toList());
    }
}
