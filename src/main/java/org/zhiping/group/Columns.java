package org.zhiping.group;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of the spreadsheet of one round. People move them, leave some out, and add a fourth job. */
final class Columns {

    /** Without these nobody can be recognised. */
    static final List<String> INDISPENSABLE = List.of("name", "person.idNumber", "level");

    private final List<Column> offered;
    private final Map<String, Column> byPath = new LinkedHashMap<>();
    private final Map<String, Column> byHeading = new LinkedHashMap<>();

    /**
     * @param offered those of the template, in its order
     * @param known   all that are understood; @param aliases other headings by path
     */
    Columns(List<Column> offered, Collection<Column> known, Map<String, List<String>> aliases) {
        this.offered = List.copyOf(offered);
        for (Column column : known) {
            byPath.put(column.path(), column);
            byHeading.putIfAbsent(Cells.plain(column.zh()), column);
            byHeading.putIfAbsent(Cells.plain(column.en()), column);
            aliases.getOrDefault(column.path(), List.of()).forEach(alias -> byHeading.putIfAbsent(Cells.plain(alias), column));
        }
    }

    List<Column> offered() {
        return offered;
    }

    Optional<Column> headed(String heading) {
        return Optional.ofNullable(byHeading.get(Cells.plain(heading)));
    }

    Optional<Column> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }
}
