package org.zhiping.platform.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A day that differs from Monday to Friday, or is named as a holiday.
 *
 * @param working true for a make-up day 调休
 * @param note    which holiday it is, or belongs to
 * @param by      account that entered it; null where it came with the product
 * @param at      when; null likewise
 */
public record SpecialDay(LocalDate day, boolean working, String note, String by, Instant at) {

    public SpecialDay(LocalDate day, boolean working, String note) {
        this(day, working, note, null, null);
    }

    boolean saysTheSameAs(SpecialDay other) {
        return day.equals(other.day) && working == other.working && note.equals(other.note);
    }
}
