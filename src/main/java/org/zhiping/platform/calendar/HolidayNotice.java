package org.zhiping.platform.calendar;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/**
 * The special days of a year as the State Council's notice words them: 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
 * The weekdays and the numbers of days that it names are held against the calendar, so that a notice of another year is found out.
 */
final class HolidayNotice {

    private static final String NUMBER = "[一二三四五六七八九十]{1,3}、";
    private static final Pattern HOLIDAY = Pattern.compile("(?:^|[。;])" + NUMBER + "([^:。]{1,30}):(.*?)(?=[。;]" + NUMBER + "[^:。]{1,30}:|$)");
    private static final String DAY = "(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:\\([^()]*?(?:(?:周|星期)([一二三四五六日天]))?\\))?";
    private static final Pattern FROM_TO = Pattern.compile(DAY + "(?:至" + DAY + ")?");
    private static final Pattern COUNT = Pattern.compile("(?:共|放假)(\\d{1,2})天");
    private static final String WEEKDAYS = "一二三四五六日";
    private static final int PARTS = 4;
    private static final int LONGEST = 31;

    private final int year;
    private final List<SpecialDay> days = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private int off;

    private HolidayNotice(int year) {
        this.year = year;
    }

    /** Whether this is the text of a notice rather than a table of days. */
    static boolean is(String text) {
        return text.contains("放假") && HOLIDAY.matcher(plain(text)).find();
    }

    /** @throws Refusal at {@code file}, where a day is not of this year or does not fall on the weekday that the notice says */
    static List<SpecialDay> read(int year, String text) {
        HolidayNotice notice = new HolidayNotice(year);
        HOLIDAY.matcher(plain(text)).results().forEach(holiday -> notice.holiday(holiday.group(1), holiday.group(2)));
        if (!notice.faults.isEmpty()) {
            throw Refusal.invalid(notice.faults);
        }
        return notice.days;
    }

    /** On one line, with the signs of one script. */
    private static String plain(String text) {
        return Normalizer.normalize(text.replaceAll("\\R+", "。"), Normalizer.Form.NFKC).replaceAll("\\s+", "").replaceAll("。{2,}", "。").replaceAll("^。", "");
    }

    private void holiday(String name, String words) {
        off = 0;
        for (String said : words.split("[。;,]")) {
            if (said.contains("放假")) {
                FROM_TO.matcher(said).results().limit(1).forEach(range -> range(name, said, range));
            } else if (said.endsWith("上班")) {
                FROM_TO.matcher(said).results().forEach(day -> keep(name, true, day(said, day, 0, 1)));
            }
        }
        COUNT.matcher(words).results().limit(1).map(found -> Integer.parseInt(found.group(1))).filter(count -> off > 0 && count != off)
                .forEach(count -> faults.add(new Fault("file", "calendar-notice-count", name, off, count)));
    }

    private void range(String name, String said, MatchResult range) {
        LocalDate first = day(said, range, 0, 1);
        LocalDate last = first == null || range.group(PARTS + 3) == null ? first : day(said, range, PARTS, first.getMonthValue());
        if (first != null && last != null && !last.isBefore(first) && last.isBefore(first.plusDays(LONGEST))) {
            first.datesUntil(last.plusDays(1)).forEach(day -> keep(name, false, day));
        } else if (first != null && last != null) {
            faults.add(new Fault("file", "calendar-notice-day", said));
        }
    }

    /** A free weekend day of the year before is free anyway. */
    private void keep(String name, boolean working, LocalDate day) {
        if (day != null) {
            off += working ? 0 : 1;
            if (day.getYear() == year) {
                days.add(new SpecialDay(day, working, name));
            } else if (working || day.getDayOfWeek().getValue() < 6) {
                faults.add(new Fault("file", "calendar-notice-year", day, year));
            }
        }
    }

    /** @param month where the notice names none */
    private LocalDate day(String said, MatchResult match, int group, int month) {
        try {
            LocalDate day = LocalDate.of(match.group(group + 1) == null ? year : Integer.parseInt(match.group(group + 1)),
                    match.group(group + 2) == null ? month : Integer.parseInt(match.group(group + 2)), Integer.parseInt(match.group(group + 3)));
            String weekday = match.group(group + PARTS);
            if (weekday != null && WEEKDAYS.indexOf(weekday.replace('天', '日')) != day.getDayOfWeek().getValue() - 1) {
                faults.add(new Fault("file", "calendar-notice-weekday", day, weekday, year));
            }
            return day;
        } catch (DateTimeException none) {
            faults.add(new Fault("file", "calendar-notice-day", said));
            return null;
        }
    }
}
