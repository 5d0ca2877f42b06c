package org.zhiping.platform.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/** The special days of a year as a CSV file: day, 休 (off) or 班 (work), and which holiday. */
final class CalendarSheet {

    private static final String HEAD = "日期,安排,说明";
    private static final Set<String> OFF = Set.of("休", "off", "holiday", "false");
    private static final Set<String> WORK = Set.of("班", "work", "working", "true");
    private static final int LONGEST_NOTE = 100;
    private static final int MOST_LINES = 400;

    private CalendarSheet() {
    }

    static String write(List<SpecialDay> days) {
        return days.stream().map(day -> day.day() + "," + (day.working() ? "班" : "休") + "," + day.note() + "\r\n")
                .collect(Collectors.joining("", "\uFEFF" + HEAD + "\r\n", ""));
    }

    /** @throws Refusal at {@code file}, with every line that cannot be read */
    static List<SpecialDay> read(int year, String text) {
        List<Fault> faults = new ArrayList<>();
        List<SpecialDay> days = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        List<String> lines = text.replace("\uFEFF", "").lines().toList();
        for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !(i == 0 && !Character.isDigit(line.charAt(0)))) {
                String[] cells = line.split("[,，\t;]", 3);
                String fault = faultIn(year, cells, seen);
                if (fault == null) {
                    days.add(new SpecialDay(day(cells[0]), WORK.contains(plain(cells[1])), note(cells)));
                } else {
                    faults.add(new Fault("file", fault, i + 1, line, year));
                }
            }
        }
        if (faults.isEmpty() && days.isEmpty()) {
            faults.add(new Fault("file", "calendar-empty"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return days;
    }

    private static String faultIn(int year, String[] cells, Set<LocalDate> seen) {
        LocalDate day;
        try {
            day = day(cells[0]);
        } catch (DateTimeParseException e) {
            return "calendar-line-day";
        }
        if (day.getYear() != year) {
            return "calendar-line-year";
        }
        if (cells.length < 2 || !OFF.contains(plain(cells[1])) && !WORK.contains(plain(cells[1]))) {
            return "calendar-line-kind";
        }
        return seen.add(day) ? note(cells).length() > LONGEST_NOTE ? "calendar-line-note" : null : "calendar-line-twice";
    }

    private static LocalDate day(String cell) {
        return LocalDate.parse(cell.strip().replace('/', '-'));
    }

    private static String plain(String cell) {
        return cell.strip().toLowerCase();
    }

    private static String note(String[] cells) {
        return cells.length < 3 ? "" : cells[2].strip();
    }
}
