package org.zhiping.platform.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/** The special days of a year as a CSV file, also as spreadsheet programs save it: day, 休 (off) or 班 (work), and which holiday. */
final class CalendarSheet {

    private static final String HEAD = "日期,安排,说明";
    private static final Set<String> OFF = Set.of("休", "off", "holiday", "false");
    private static final Set<String> WORK = Set.of("班", "work", "working", "true");
    private static final int LONGEST_NOTE = 100;
    private static final int MOST_LINES = 1000;
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

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
        if (lines.size() > MOST_LINES) {
            throw Refusal.invalid("file", "calendar-lines", lines.size(), MOST_LINES);
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\"", "").strip();
            if (!line.replaceAll("[,，\t; ]", "").isEmpty() && !(i == 0 && line.chars().noneMatch(Character::isDigit))) {
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
        } catch (DateTimeException e) {
            return "calendar-line-day";
        }
        if (day.getYear() != year) {
            return "calendar-line-year";
        }
        if (cells.length < 2 || !OFF.contains(plain(cells[1])) && !WORK.contains(plain(cells[1]))) {
            return "calendar-line-kind";
        }
        if (WORK.contains(plain(cells[1])) && day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
            return "calendar-line-weekday";
        }
        return seen.add(day) ? note(cells).length() > LONGEST_NOTE ? "calendar-line-note" : null : "calendar-line-twice";
    }

    private static LocalDate day(String cell) {
        Matcher day = DAY.matcher(cell.strip());
        if (!day.matches()) {
            throw new DateTimeException(cell);
        }
        return LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
    }

    private static String plain(String cell) {
        return cell.strip().toLowerCase();
    }

    private static String note(String[] cells) {
        return cells.length < 3 ? "" : cells[2].strip();
    }
}
