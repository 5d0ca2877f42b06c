package org.zhiping.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiping.intake.Resubmission.ClaimChange;

/** Tells field by field what became of claims; rows of a list are paired as {@link RowPairs} does, an index is that of the row at first. */
final class ClaimChanges {

    private final Map<String, String> before;
    private final Map<String, String> after;
    private final List<ClaimChange> changes = new ArrayList<>();

    private ClaimChanges(Claims before, Claims after) {
        this.before = ClaimFields.of(before);
        this.after = ClaimFields.of(after);
    }

    static List<ClaimChange> between(Claims before, Claims after) {
        ClaimChanges changes = new ClaimChanges(before, after);
        changes.fields("", plain(changes.before), plain(changes.after));
        ClaimFields.lists().forEach(changes::list);
        return changes.changes;
    }

    private static Map<String, String> plain(Map<String, String> fields) {
        Map<String, String> plain = new TreeMap<>(fields);
        plain.keySet().removeIf(field -> field.contains("["));
        return plain;
    }

    private void list(String list) {
        List<Map<String, String>> old = rows(before, list);
        RowPairs pairs = RowPairs.of(old, rows(after, list));
        for (int i = 0; i < old.size(); i++) {
            Map<String, String> now = pairs.after(i);
            fields(list + "[" + i + "].", old.get(i), now == null ? Map.of() : now);
        }
        int next = old.size();
        for (Map<String, String> row : pairs.added()) {
            fields(list + "[" + next++ + "].", Map.of(), row);
        }
    }

    private void fields(String prefix, Map<String, String> old, Map<String, String> now) {
        Map<String, String> both = new LinkedHashMap<>(old);
        now.forEach(both::putIfAbsent);
        both.keySet().forEach(field -> {
            String was = old.getOrDefault(field, "");
            String is = now.getOrDefault(field, "");
            if (!was.equals(is)) {
                changes.add(new ClaimChange(prefix + field, was, is));
            }
        });
    }

    private static List<Map<String, String>> rows(Map<String, String> fields, String list) {
        SortedMap<Integer, Map<String, String>> rows = ClaimFields.rows(fields).getOrDefault(list, new TreeMap<>());
        return List.copyOf(rows.values());
    }
}
