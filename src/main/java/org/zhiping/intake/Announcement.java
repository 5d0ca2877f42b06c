package org.zhiping.intake;

import java.time.LocalDate;
import java.util.Map;

/**
 * What is announced of a round beside its window.
 *
 * @param name          as 2026年第三批; blank lets the product number it
 * @param capacity      places 人数上限, 1 to {@value #MOST_PLACES}; null is no limit
 * @param levelCapacity places by level, where a level has a limit of its own
 * @param examDates     the planned day by part
 */
public record Announcement(String name, Integer capacity, Map<String, Integer> levelCapacity, Map<String, LocalDate> examDates) {

    public static final int MOST_PLACES = 1_000_000;
    public static final Announcement NONE = new Announcement("", null, Map.of(), Map.of());

    public Announcement {
        name = name == null ? "" : name.strip();
        levelCapacity = levelCapacity == null ? Map.of() : Map.copyOf(levelCapacity);
        examDates = examDates == null ? Map.of() : Map.copyOf(examDates);
    }

    Announcement named(String chosen) {
        return new Announcement(chosen, capacity, levelCapacity, examDates);
    }

    Announcement limited(Integer places, Map<String, Integer> placesByLevel) {
        return new Announcement(name, places, placesByLevel, examDates);
    }

    public boolean limited() {
        return capacity != null || !levelCapacity.isEmpty();
    }
}
