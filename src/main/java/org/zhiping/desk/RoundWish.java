package org.zhiping.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiping.intake.Announcement;
import org.zhiping.intake.Round;
import org.zhiping.intake.RoundPlan;
import org.zhiping.platform.Refusal;

/**
 * What a program says about a round; where a round is changed or cloned, a field that is left out stays as it is.
 *
 * @param version of the round that is changed, as it was read; needed for a change
 */
record RoundWish(String name, String standard, String edition, List<String> levels, List<String> directions, Instant opensAt,
                 Instant closesAt, LocalDate referenceDate, Map<String, LocalDate> examDates, Map<String, String> parameters,
                 Integer capacity, Map<String, Integer> levelCapacity, Integer version) {

    RoundWish {
        whole("examDates", examDates);
        whole("parameters", parameters);
        whole("levelCapacity", levelCapacity);
    }

    static void whole(String field, Map<String, ?> values) {
        if (values != null && values.containsValue(null)) {
            throw Refusal.invalid(field, "round-field-missing", field);
        }
    }

    RoundPlan plan() {
        return new RoundPlan(needed("standard", standard), needed("edition", edition), given(levels, List.of()),
                given(directions, List.of()), needed("opensAt", opensAt), needed("closesAt", closesAt), referenceDate,
                given(parameters, Map.of()), new Announcement(name, capacity, levelCapacity, examDates));
    }

    /** The window of a clone has to be said. */
    RoundPlan after(Round round) {
        needed("opensAt", opensAt);
        needed("closesAt", closesAt);
        return over(round, new Announcement(name, given(capacity, round.capacity()), given(levelCapacity, round.levelCapacity()), examDates));
    }

    RoundPlan over(Round round) {
        return over(round, new Announcement(given(name, round.name()), given(capacity, round.capacity()),
                given(levelCapacity, round.levelCapacity()), given(examDates, round.examDates())));
    }

    private RoundPlan over(Round round, Announcement announcement) {
        return new RoundPlan(given(standard, round.standard()), given(edition, round.edition()), given(levels, round.levels()),
                given(directions, round.directions()), given(opensAt, round.opensAt()), given(closesAt, round.closesAt()),
                given(referenceDate, round.referenceDate()), given(parameters, round.parameters()), announcement);
    }

    int seen() {
        return needed("version", version);
    }

    private static <T> T given(T said, T otherwise) {
        return Optional.ofNullable(said).orElse(otherwise);
    }

    private static <T> T needed(String field, T said) {
        return Optional.ofNullable(said).orElseThrow(() -> Refusal.invalid(field, "round-field-missing", field));
    }
}
