package org.zhiping.intake;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Claims as named fields and back: {@code condition}, {@code person.phone}, {@code jobs[0].employer}. The names follow the records
 * of {@link Claims}, so that a new claim needs no line here.
 */
public final class ClaimFields {

    private static final Pattern IN_ROW = Pattern.compile("(\\w+)\\[(\\d{1,4})]\\.(\\w*)");

    /** A page opened before an upgrade still sends the one education and the one course of earlier versions. */
    private static final Map<String, String> EARLIER = Map.of("education.", "educations[0].", "course.", "courses[0].");

    private ClaimFields() {
    }

    /** The same fields under their names of today. */
    public static Map<String, String> current(Map<String, String> fields) {
        Map<String, String> current = new LinkedHashMap<>(fields);
        EARLIER.forEach((before, now) -> fields.forEach((field, value) -> {
            if (field.startsWith(before)) {
                current.remove(field);
                current.putIfAbsent(now + field.substring(before.length()), value);
            }
        }));
        return current;
    }

    /** Every field, empty ones included. */
    public static Map<String, String> of(Claims claims) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (RecordComponent part : Claims.class.getRecordComponents()) {
            Object value = read(part, claims);
            if (value instanceof List<?> rows) {
                for (int i = 0; i < rows.size(); i++) {
                    put(part.getName() + "[" + i + "].", (Record) rows.get(i), fields);
                }
            } else if (value instanceof Record section) {
                put(part.getName() + ".", section, fields);
            } else {
                fields.put(part.getName(), (String) value);
            }
        }
        return fields;
    }

    /** Names that claims do not have are passed over; rows in which nothing was typed are left out, and the others close up. */
    public static Claims claims(Map<String, String> sent) {
        Map<String, String> fields = current(sent);
        Map<String, SortedMap<Integer, Map<String, String>>> rows = rows(fields);
        return build(Claims.class, part -> {
            if (part.getType() == List.class) {
                return rows.getOrDefault(part.getName(), new TreeMap<>()).values().stream().filter(ClaimFields::typed)
                        .map(row -> build(rowType(part), field -> row.get(field.getName()))).toList();
            }
            return part.getType().isRecord() ? build(part.getType(), field -> fields.get(part.getName() + "." + field.getName()))
                    : fields.get(part.getName());
        });
    }

    /** The lists of claims, such as jobs. */
    public static List<String> lists() {
        return Stream.of(Claims.class.getRecordComponents()).filter(part -> part.getType() == List.class).map(RecordComponent::getName).toList();
    }

    /** For each list the rows by the index in their name; fields of a row by their name in it. */
    static Map<String, SortedMap<Integer, Map<String, String>>> rows(Map<String, String> fields) {
        Map<String, SortedMap<Integer, Map<String, String>>> rows = new LinkedHashMap<>();
        fields.forEach((field, value) -> {
            Matcher name = IN_ROW.matcher(field);
            if (name.matches()) {
                rows.computeIfAbsent(name.group(1), list -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(name.group(2)), index -> new LinkedHashMap<>()).put(name.group(3), value);
            }
        });
        return rows;
    }

    /** From the index of each row that claims keep to the index in the name that it was typed under. */
    public static List<Integer> kept(Map<String, String> fields, String list) {
        List<Integer> kept = new ArrayList<>();
        rows(fields).getOrDefault(list, new TreeMap<>()).forEach((index, row) -> {
            if (typed(row)) {
                kept.add(index);
            }
        });
        return kept;
    }

    static boolean typed(Map<String, String> row) {
        return row.values().stream().anyMatch(value -> !value.isBlank());
    }

    private static void put(String prefix, Record record, Map<String, String> fields) {
        for (RecordComponent field : record.getClass().getRecordComponents()) {
            fields.put(prefix + field.getName(), (String) read(field, record));
        }
    }

    private static Class<?> rowType(RecordComponent list) {
        return (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
    }

    private interface Part {
        Object of(RecordComponent component);
    }

    private static <T> T build(Class<T> type, Part part) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            return type.getDeclaredConstructor(Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new))
                    .newInstance(Stream.of(components).map(part::of).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
