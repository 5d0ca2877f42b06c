package org.zhiping.page;

import java.util.List;
import java.util.stream.Stream;
import org.zhiping.page.ClaimSections.Entry;

/**
 * One part of the printed form: a list of entries has a column for each field that any of them fills in.
 *
 * @param listed a table with a row an entry; otherwise one line a field
 */
public record FormSection(String title, boolean listed, List<String> columns, List<List<String>> rows) {

    /** Two texts that belong together. */
    public record Line(String name, String value) {
    }

    static FormSection of(ClaimSections.Section section) {
        List<String> columns = section.rows().stream().flatMap(List::stream).map(Entry::label).distinct().toList();
        boolean listed = !List.of("person", "condition").contains(section.id());
        return new FormSection(section.title(), listed, columns, section.rows().stream()
                .map(row -> columns.stream().map(column -> value(row.stream(), column)).toList()).toList());
    }

    private static String value(Stream<Entry> row, String column) {
        return row.filter(entry -> entry.label().equals(column)).map(Entry::value).findFirst().orElse("");
    }
}
