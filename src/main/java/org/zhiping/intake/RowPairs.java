package org.zhiping.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which row of a list came from which: first those that were left as they were, then those that still share most of what was
 * typed. What is left over was added, or taken away.
 */
final class RowPairs {

    private final List<Map<String, String>> after;
    private final Map<Integer, Integer> pairs = new HashMap<>();
    private final Set<Integer> paired = new HashSet<>();

    private RowPairs(List<Map<String, String>> after) {
        this.after = after;
    }

    static RowPairs of(List<Map<String, String>> before, List<Map<String, String>> after) {
        RowPairs pairs = new RowPairs(after);
        for (int i = 0; i < before.size(); i++) {
            pairs.pair(i, pairs.same(before.get(i)));
        }
        for (int i = 0; i < before.size(); i++) {
            if (!pairs.pairs.containsKey(i)) {
                pairs.pair(i, pairs.nearest(before.get(i)));
            }
        }
        if (before.size() == after.size()) {
            pairs.retyped(before);
        }
        return pairs;
    }

    /** Null when the row was taken away. */
    Map<String, String> after(int before) {
        Integer index = pairs.get(before);
        return index == null ? null : after.get(index);
    }

    List<Map<String, String>> added() {
        List<Map<String, String>> added = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            if (!paired.contains(i)) {
                added.add(after.get(i));
            }
        }
        return added;
    }

    private int same(Map<String, String> row) {
        for (int i = 0; i < after.size(); i++) {
            if (!paired.contains(i) && after.get(i).equals(row)) {
                return i;
            }
        }
        return -1;
    }

    private int nearest(Map<String, String> row) {
        int best = -1;
        long most = 0;
        for (int i = 0; i < after.size(); i++) {
            long shared = paired.contains(i) ? 0 : shared(row, after.get(i));
            if (shared > most) {
                best = i;
                most = shared;
            }
        }
        return best;
    }

    private static long shared(Map<String, String> one, Map<String, String> other) {
        return one.entrySet().stream().filter(field -> !field.getValue().isEmpty() && field.getValue().equals(other.get(field.getKey()))).count();
    }

    /** A row that had just been begun, with one field, and now has another value in it, is still the row in its place. */
    private void retyped(List<Map<String, String>> before) {
        for (int i = 0; i < before.size(); i++) {
            if (!pairs.containsKey(i) && !paired.contains(i) && before.get(i).values().stream().filter(value -> !value.isEmpty()).count() <= 1) {
                pair(i, i);
            }
        }
    }

    private void pair(int before, int index) {
        if (index >= 0) {
            pairs.put(before, index);
            paired.add(index);
        }
    }
}
