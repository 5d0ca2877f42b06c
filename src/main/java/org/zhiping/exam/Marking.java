package org.zhiping.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;
import org.zhiping.standard.Rubric;
import org.zhiping.standard.Scale;

/** How one part is marked: on which scale, line by line where it has a rubric, weighed where the institution says so. */
public record Marking(Scale scale, Rubric rubric) {

    /**
     * Reads what a scorer gave one candidate. With weights the total is computed from the lines, and is absent while one
     * is missing; without, it is what the scorer says.
     *
     * @param field the field of the total that a refusal names
     * @param lines what leads to the fields of the lines, as {@code lines.}
     * @throws Refusal (INVALID) with every fault
     */
    Marks read(String field, String lines, Object total, Map<String, ?> given) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Points> read = new TreeMap<>();
        given.forEach((code, value) -> {
            if (!rubric.codes().contains(code)) {
                faults.add(new Fault(lines + code, "score-line-unknown", code));
            } else if (!blank(value)) {
                read(lines + code, value, faults).forEach(points -> read.put(code, points));
            }
        });
        if (rubric.weighted() && !blank(total)) {
            faults.add(new Fault(field, "score-is-computed"));
        }
        List<Points> own = rubric.weighted() || blank(total) ? List.of() : read(field, total, faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return new Marks(rubric.weighted() ? weighed(read) : own.stream().findFirst().orElse(null), read);
    }

    /** The same for marks that must be complete. */
    Marks readWhole(String field, String lines, Object total, Map<String, ?> given) {
        Marks marks = read(field, lines, total, given);
        if (marks.total() == null) {
            throw Refusal.invalid(rubric.weighted() ? rubric.codes().stream().filter(code -> !marks.lines().containsKey(code))
                    .map(code -> new Fault(lines + code, "score-line-missing", code)).toList()
                    : List.of(new Fault(field, "score-not-a-number")));
        }
        return marks;
    }

    private List<Points> read(String field, Object value, List<Fault> faults) {
        try {
            return List.of(Points.parse(field, value, scale));
        } catch (Refusal refusal) {
            faults.addAll(refusal.faults());
            return List.of();
        }
    }

    private Points weighed(Map<String, Points> given) {
        return !given.keySet().containsAll(rubric.codes()) ? null : rubric.lines().stream()
                .map(line -> given.get(line.code()).weighing(line.weight())).reduce(new Points(0), Points::plus);
    }

    private static boolean blank(Object value) {
        return value == null || value.toString().isBlank();
    }
}
