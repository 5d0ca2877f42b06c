package org.zhiping.platform.process.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A dynamic list. Where rows cannot be added or removed, each row shown must come back exactly once: it is recognised by
 * its read-only fields, whatever the order, and by its position where it has none. A list that requires nothing may be
 * left out as a whole.
 */
record RowList(String path, String label, boolean fixed, List<HideCondition> hidden, List<Field> fields) {

    private static final int MOST_ROWS = 1000;

    static RowList of(Component component, List<HideCondition> hidden) {
        String path = component.property("path").map(Object::toString).orElse("");
        if (path.isEmpty() || path.contains(".")) {
            throw component.notUnderstood("path \"" + path + "\"");
        }
        List<Field> fields = new ArrayList<>();
        component.components().stream().filter(inner -> !Field.decoration(inner))
                .forEach(inner -> fields.add(Field.of(inner, List.of(HideCondition.of(inner)))));
        return new RowList(path, component.label(), Boolean.FALSE.equals(component.property("allowAddRemove").orElse(true)),
                hidden, List.copyOf(fields));
    }

    boolean hidden(Map<String, Object> data) {
        return hidden.stream().anyMatch(condition -> condition.holds(data));
    }

    List<Map<String, Object>> read(Object raw, Map<String, Object> data, Submission submission) {
        if (raw == null && fixed && fields.stream().noneMatch(Field::required)) {
            return List.of();
        }
        List<Map<String, Object>> submitted = rows(raw);
        List<Map<String, Object>> shown = rows(submission.shown().get(path));
        if (submitted == null || submitted.size() > MOST_ROWS) {
            submission.fault(path, "form-type-rows", label);
            return List.of();
        }
        if (!fixed) {
            return IntStream.range(0, submitted.size())
                    .mapToObj(index -> row(index, submitted.get(index), Map.of(), data, submission)).toList();
        }
        return inShownOrder(submitted, shown == null ? List.of() : shown, data, submission);
    }

    private List<Map<String, Object>> inShownOrder(List<Map<String, Object>> submitted, List<Map<String, Object>> shown,
                                                   Map<String, Object> data, Submission submission) {
        List<Map<String, Object>> read = new ArrayList<>();
        Integer[] taken = new Integer[shown.size()];
        for (int index = 0; index < submitted.size(); index++) {
            int place = place(index, submitted.get(index), shown, taken);
            if (place < 0) {
                submission.fault(path + "[" + index + "]", "form-row-unknown", label, index + 1);
            } else {
                taken[place] = index;
            }
        }
        for (int place = 0; place < shown.size(); place++) {
            if (taken[place] == null) {
                submission.fault(path, "form-row-missing", label, place + 1);
            } else {
                read.add(row(taken[place], submitted.get(taken[place]), shown.get(place), data, submission));
            }
        }
        return read;
    }

    private int place(int index, Map<String, Object> row, List<Map<String, Object>> shown, Integer[] taken) {
        List<String> given = fields.stream().filter(Field::readonly).map(Field::key).filter(row::containsKey).toList();
        if (fields.stream().noneMatch(Field::readonly)) {
            return index < shown.size() ? index : -1;
        }
        List<Integer> places = given.isEmpty() ? List.of() : IntStream.range(0, shown.size()).boxed()
                .filter(place -> taken[place] == null)
                .filter(place -> given.stream().allMatch(key -> Submission.same(row.get(key), shown.get(place).get(key)))).toList();
        boolean clear = places.stream().map(shown::get).distinct().count() == 1;
        return clear ? places.get(0) : -1;
    }

    private Map<String, Object> row(int index, Map<String, Object> submitted, Map<String, Object> shown, Map<String, Object> data,
                                    Submission submission) {
        String prefix = path + "[" + index + "].";
        Set<String> keys = fields.stream().map(Field::key).collect(Collectors.toSet());
        submission.refuseUnknown(keys, submitted.keySet(), prefix);
        Map<String, Object> here = Submission.data(shown, fields, submitted);
        Map<String, Object> scope = new HashMap<>(data);
        scope.putAll(here);
        scope.put("this", here);
        scope.put("parent", data);
        return submission.read(fields, submitted, shown, scope, prefix, label + " " + (index + 1) + " · ");
    }

    /** Null when the value is no list of rows. */
    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Object raw) {
        if (raw == null) {
            return List.of();
        }
        boolean rows = raw instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
        return rows ? (List<Map<String, Object>>) raw : null;
    }
}
