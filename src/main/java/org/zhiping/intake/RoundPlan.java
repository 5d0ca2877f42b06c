package org.zhiping.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is decided about a round before it is announced.
 *
 * @param directions    empty where the standard has none
 * @param referenceDate the day for which 满N年 is counted
 * @param parameters    the institution's values by parameter id, where the standard leaves something open
 */
public record RoundPlan(String standard, String edition, List<String> levels, List<String> directions, Instant opensAt,
                        Instant closesAt, LocalDate referenceDate, Map<String, String> parameters, Announcement announcement) {

    public RoundPlan {
        levels = List.copyOf(levels);
        directions = List.copyOf(directions);
        parameters = Map.copyOf(parameters);
    }

    /** A round without limits that the product names. */
    public RoundPlan(String standard, String edition, List<String> levels, List<String> directions, Instant opensAt,
                     Instant closesAt, LocalDate referenceDate, Map<String, String> parameters) {
        this(standard, edition, levels, directions, opensAt, closesAt, referenceDate, parameters, Announcement.NONE);
    }

    public RoundPlan announced(Announcement changed) {
        return new RoundPlan(standard, edition, levels, directions, opensAt, closesAt, referenceDate, parameters, changed);
    }

    RoundPlan until(Instant later) {
        return new RoundPlan(standard, edition, levels, directions, opensAt, later, referenceDate, parameters, announcement);
    }
}
