package org.zhiping.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Which fields of a plan another one changes, for the history. */
final class RoundChanges {

    private RoundChanges() {
    }

    static List<String> between(RoundPlan before, RoundPlan after) {
        List<String> changed = new ArrayList<>();
        add(changed, "name", before.announcement().name(), after.announcement().name());
        add(changed, "levels", before.levels(), after.levels());
        add(changed, "directions", before.directions(), after.directions());
        add(changed, "opensAt", before.opensAt(), after.opensAt());
        add(changed, "closesAt", before.closesAt(), after.closesAt());
        add(changed, "referenceDate", before.referenceDate(), after.referenceDate());
        add(changed, "examDates", before.announcement().examDates(), after.announcement().examDates());
        add(changed, "capacity", before.announcement().capacity(), after.announcement().capacity());
        add(changed, "levelCapacity", before.announcement().levelCapacity(), after.announcement().levelCapacity());
        TreeSet<String> keys = new TreeSet<>(before.parameters().keySet());
        keys.addAll(after.parameters().keySet());
        keys.forEach(key -> add(changed, key, before.parameters().get(key), after.parameters().get(key)));
        return changed;
    }

    private static void add(List<String> changed, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(field);
        }
    }
}
