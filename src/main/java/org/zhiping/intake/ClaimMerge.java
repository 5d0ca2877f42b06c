package org.zhiping.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Brings together what two editors made of the same claims. A field that only one of them changed takes that change; one that both
 * changed, and not alike, is a difference which a person settles. Rows have no names, so those of each editor are first paired
 * with the rows both began with ({@link RowPairs}); a row that one took away while the other changed it is a difference too.
 */
public final class ClaimMerge {

    public static final String MINE = "mine";
    public static final String THEIRS = "theirs";

    /** @param claims with my value wherever the two differ and nothing was chosen */
    public record Merged(Claims claims, List<Difference> differences) {
    }

    private final UnaryOperator<String> chosen;
    private final Map<String, String> merged = new LinkedHashMap<>();
    private final List<Difference> differences = new ArrayList<>();

    private ClaimMerge(UnaryOperator<String> chosen) {
        this.chosen = chosen;
    }

    /**
     * @param base   what both editors began with
     * @param chosen for the field of a difference {@link #MINE} or {@link #THEIRS}, or null while that is open
     */
    public static Merged of(Claims base, Claims mine, Claims theirs, UnaryOperator<String> chosen) {
        ClaimMerge merge = new ClaimMerge(chosen);
        Map<String, String> began = ClaimFields.of(base);
        Map<String, String> typed = ClaimFields.of(mine);
        Map<String, String> kept = ClaimFields.of(theirs);
        typed.keySet().stream().filter(field -> !field.contains("[")).forEach(field ->
                merge.field(field, field, began.getOrDefault(field, ""), typed.get(field), kept.getOrDefault(field, "")));
        ClaimFields.lists().forEach(list -> merge.list(list, rows(began, list), rows(typed, list), rows(kept, list)));
        return new Merged(ClaimFields.claims(merge.merged), List.copyOf(merge.differences));
    }

    private void field(String name, String target, String base, String mine, String theirs) {
        if (mine.equals(theirs) || theirs.equals(base)) {
            merged.put(target, mine);
        } else if (mine.equals(base)) {
            merged.put(target, theirs);
        } else {
            merged.put(target, THEIRS.equals(settled(name, mine, theirs)) ? theirs : mine);
        }
    }

    /** Null while it is open. */
    private String settled(String name, String mine, String theirs) {
        String choice = chosen.apply(name);
        if (choice == null) {
            differences.add(new Difference(name, mine, theirs));
        }
        return choice;
    }

    /** Differences have the index that the row had at first: it stays while a person makes up their mind. */
    private void list(String list, List<Map<String, String>> base, List<Map<String, String>> mine, List<Map<String, String>> theirs) {
        RowPairs typed = RowPairs.of(base, mine);
        RowPairs kept = RowPairs.of(base, theirs);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < base.size(); i++) {
            row(list + "[" + i + "]", base.get(i), typed.after(i), kept.after(i)).ifPresent(rows::add);
        }
        Set<Map<String, String>> added = new LinkedHashSet<>(kept.added());
        added.addAll(typed.added());
        rows.addAll(added);
        for (int i = 0; i < rows.size(); i++) {
            String prefix = list + "[" + i + "].";
            rows.get(i).forEach((field, value) -> merged.put(prefix + field, value));
        }
    }

    private Optional<Map<String, String>> row(String name, Map<String, String> base, Map<String, String> mine, Map<String, String> theirs) {
        if (mine != null && theirs != null) {
            ClaimMerge fields = new ClaimMerge(chosen);
            mine.forEach((field, value) ->
                    fields.field(name + "." + field, field, base.getOrDefault(field, ""), value, theirs.getOrDefault(field, "")));
            differences.addAll(fields.differences);
            return Optional.of(fields.merged);
        }
        Map<String, String> left = mine == null ? theirs : mine;
        if (left == null || left.equals(base)) {
            return Optional.empty();
        }
        String choice = settled(name, words(mine), words(theirs));
        return choice == null || choice.equals(mine == null ? THEIRS : MINE) ? Optional.of(left) : Optional.empty();
    }

    private static String words(Map<String, String> row) {
        return row == null ? "" : String.join(" ", row.values().stream().filter(value -> !value.isEmpty()).toList());
    }

    private static List<Map<String, String>> rows(Map<String, String> fields, String list) {
        SortedMap<Integer, Map<String, String>> rows = ClaimFields.rows(fields).getOrDefault(list, new TreeMap<>());
        return List.copyOf(rows.values());
    }
}
