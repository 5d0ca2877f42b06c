package org.zhiping.desk;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;
import org.zhiping.intake.Announcement;
import org.zhiping.intake.RoundPlan;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;
import org.zhiping.standard.Part;
import org.zhiping.standard.StandardPack;

/** Reads what an officer typed about a round; everything that cannot be read is told at once. */
class TypedRound {

    static final String LEVEL_CAPACITY = "levelCapacity.";
    static final String EXAM_DATES = "examDates.";

    private static final String PLACES = "[0-9]{1,9}";

    private final MultiValueMap<String, String> fields;
    private final ZoneId zone;
    private final List<Fault> faults = new ArrayList<>();

    TypedRound(MultiValueMap<String, String> fields, ZoneId zone) {
        this.fields = fields;
        this.zone = zone;
    }

    /** @throws Refusal (INVALID) with each field that cannot be read */
    RoundPlan plan(StandardPack pack) {
        List<String> levels = all("levels");
        RoundPlan plan = new RoundPlan(pack.standard(), pack.edition(), levels, all("directions"), moment("opensAt", "opening-unreadable"), moment("closesAt", "closing-unreadable"),
                day("referenceDate"), parameters(pack, levels), new Announcement(typed("name"), places("capacity"), byLevel(levels),
                        examDates(pack)));
        require();
        return plan;
    }

    /** The new end of a window. @throws Refusal (INVALID) */
    Instant end() {
        Instant end = moment("closesAt", "closing-unreadable");
        require();
        return end;
    }

    /** @throws Refusal (INVALID) */
    Announcement limits(List<String> levels) {
        Announcement limits = new Announcement("", places("capacity"), byLevel(levels), Map.of());
        require();
        return limits;
    }

    /** Of the round that the officer saw; -1 when the form does not say. */
    int version() {
        return typed("version").matches(PLACES) ? Integer.parseInt(typed("version")) : -1;
    }

    String typed(String field) {
        String value = fields.getFirst(field);
        return value == null ? "" : value.strip();
    }

    private List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    private Map<String, String> parameters(StandardPack pack, List<String> levels) {
        Map<String, String> values = new LinkedHashMap<>();
        pack.parameters().forEach(spec -> spec.ids(pack, levels).forEach(key -> put(values, key, typed(key))));
        return values;
    }

    private static void put(Map<String, String> values, String key, String value) {
        if (!value.isEmpty()) {
            values.put(key, value);
        }
    }

    private Map<String, Integer> byLevel(List<String> levels) {
        Map<String, Integer> places = new LinkedHashMap<>();
        levels.stream().filter(level -> !typed(LEVEL_CAPACITY + level).isEmpty())
                .forEach(level -> places.put(level, places(LEVEL_CAPACITY + level)));
        places.values().removeIf(Objects::isNull);
        return places;
    }

    private Map<String, LocalDate> examDates(StandardPack pack) {
        Map<String, LocalDate> days = new LinkedHashMap<>();
        pack.parts().stream().map(Part::code).forEach(part -> {
            LocalDate day = day(EXAM_DATES + part);
            if (day != null) {
                days.put(part, day);
            }
        });
        return days;
    }

    /** Digits of a Chinese keyboard count as what they are. */
    private Integer places(String field) {
        String value = Normalizer.normalize(typed(field), Normalizer.Form.NFKC);
        if (value.isEmpty()) {
            return null;
        }
        if (!value.matches(PLACES)) {
            faults.add(new Fault(field, "round-capacity-wrong", Announcement.MOST_PLACES));
            return null;
        }
        return Integer.valueOf(value);
    }

    private Instant moment(String field, String otherwise) {
        return read(field, otherwise, value -> LocalDateTime.parse(value).atZone(zone).toInstant());
    }

    private LocalDate day(String field) {
        return typed(field).isEmpty() ? null : read(field, "day-unreadable", LocalDate::parse);
    }

    private <T> T read(String field, String otherwise, Function<String, T> meaning) {
        try {
            return meaning.apply(typed(field));
        } catch (DateTimeParseException unreadable) {
            faults.add(new Fault(field, otherwise));
            return null;
        }
    }

    private void require() {
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }
}
