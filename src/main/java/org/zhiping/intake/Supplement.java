package org.zhiping.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a return asks an applicant to put right. Only that may be changed, beside what becomes required by a corrected fact.
 * Where nothing is marked, everything may be changed.
 *
 * @param number  of the review round that ended with the return
 * @param askedAt when it was returned
 * @param before  what the applicant had stated until then
 */
public record Supplement(String caseNumber, int number, Instant askedAt, Claims before, List<Item> items) {

    /** What an item is about. */
    public enum Kind { MATERIAL, FACT, QUESTION }

    /** Everything in the form. */
    public static final String ALL = "*";

    /**
     * @param position 1 for the first; what the applicant's answer names it by
     * @param id       code of the material, id of the fact or of the question
     * @param opens    parts of the form that may be changed on account of it, such as {@code jobs}, {@code jobs[0]},
     *                 {@code person.idNumber} or {@link #ALL}
     * @param note     what the applicant answers; empty when nothing
     * @param notedAt  null while there is no answer
     */
    public record Item(int position, Kind kind, String id, Set<String> opens, String note, Instant notedAt) {

        /** As a return asks for it. */
        public static Item of(Kind kind, String id, Set<String> opens) {
            return new Item(0, kind, id, opens, "", null);
        }

        boolean concerns(Requirement line) {
            return kind == Kind.MATERIAL && (line.material().equals(id) || line.takes(id));
        }

        boolean opens(String field) {
            return opens.stream().anyMatch(part -> part.equals(ALL) || field.equals(part) || field.startsWith(part + ".") || field.startsWith(part + "["));
        }
    }

    /** The part of the form in which a fact is, such as {@code jobs[0]} of {@code job1.from}. */
    public static String part(String fact) {
        int dot = fact.indexOf('.');
        return dot < 0 ? "person." + fact
                : fact.substring(0, dot).replaceAll("\\d", "") + "s[" + (Integer.parseInt(fact.substring(0, dot).replaceAll("\\D", "")) - 1) + "]";
    }

    public Set<Kind> kinds() {
        return items.stream().map(Item::kind).collect(Collectors.toSet());
    }

    /** Whether anything in the form may be changed. */
    public boolean opensForm() {
        return items.stream().anyMatch(item -> !item.opens().isEmpty());
    }

    /** Whether a field or a whole list may be changed; the condition under which one applies follows from the facts. */
    public boolean opens(String field) {
        return field.equals("condition") ? opensForm() : items.stream().anyMatch(item -> item.opens(field));
    }

    /** Whether a row that the application has now is one that has to stay. */
    public boolean settled(Claims now, String list, int row) {
        SortedMap<Integer, Map<String, String>> rows = rows(now, list);
        return !opens(list) && rows.containsKey(row) && locked(list).contains(rows.get(row));
    }

    /** Whether rows may be added to a list, or something in it be changed. */
    public boolean opensIn(String list) {
        return opens(list) || rows(before, list).keySet().stream().anyMatch(row -> opens(list + "[" + row + "]"));
    }

    /** Fields and lists that these claims change although nobody asked for it. */
    public Set<String> beyond(Claims changed) {
        Set<String> beyond = new LinkedHashSet<>();
        Map<String, String> old = ClaimFields.of(before);
        ClaimFields.of(changed).forEach((field, value) -> {
            if (field.indexOf('[') < 0 && !value.equals(old.get(field)) && !opens(field)) {
                beyond.add(field);
            }
        });
        ClaimFields.lists().stream().filter(list -> !opens(list) && !keeps(changed, list)).forEach(beyond::add);
        return beyond;
    }

    /** Rows that nobody asked about are all still there, and no more have come than were asked about. */
    private boolean keeps(Claims changed, String list) {
        List<Map<String, String>> left = new ArrayList<>(rows(changed, list).values());
        List<Map<String, String>> locked = locked(list);
        return locked.stream().allMatch(left::remove) && left.size() <= rows(before, list).size() - locked.size();
    }

    private List<Map<String, String>> locked(String list) {
        return rows(before, list).entrySet().stream().filter(row -> !opens(list + "[" + row.getKey() + "]")).map(Map.Entry::getValue).toList();
    }

    private static SortedMap<Integer, Map<String, String>> rows(Claims claims, String list) {
        return ClaimFields.rows(ClaimFields.of(claims)).getOrDefault(list, new TreeMap<>());
    }

    /** Whether something that this item opens is other than it was. */
    boolean changed(Item item, Claims now) {
        Map<String, String> fields = new LinkedHashMap<>(ClaimFields.of(before));
        Map<String, String> current = ClaimFields.of(now);
        Set<String> names = new LinkedHashSet<>(fields.keySet());
        names.addAll(current.keySet());
        return names.stream().filter(item::opens).anyMatch(field -> !current.getOrDefault(field, "").equals(fields.getOrDefault(field, "")));
    }
}
