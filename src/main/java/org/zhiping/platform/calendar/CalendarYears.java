package org.zhiping.platform.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The years of the working-day calendar with their special days, and the record of what was done to them. */
interface CalendarYears {

    /** Oldest first. */
    List<CalendarYear> all();

    Optional<CalendarYear> find(int year);

    /** Special days of a year, in their order. */
    List<SpecialDay> days(int year);

    Optional<SpecialDay> day(LocalDate day);

    void set(SpecialDay day);

    /** Leaves a day alone that is there already. */
    void setIfAbsent(SpecialDay day);

    boolean remove(LocalDate day);

    void cover(CalendarYear year);

    /** @return the number of the line */
    long record(String by, String act, String subject, String detail);

    /** Newest first. */
    List<CalendarChange> changes(int most);
}
