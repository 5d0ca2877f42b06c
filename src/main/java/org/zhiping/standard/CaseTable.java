package org.zhiping.standard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cases of one decision as a process owner keeps them in a spreadsheet: one header row, a column {@code case} with a
 * description, a column for each fact, and columns starting with {@code =} for what is expected. An empty fact is a fact
 * not given.
 */
record CaseTable(List<String> header, List<Row> rows) {

    static final String DESCRIPTION = "case";
    static final String EXPECTED = "=";
    static final int MOST_ROWS = 5000;

    /** @param line of the file on which the row begins */
    record Row(int line, Map<String, String> cells) {

        String description() {
            return cells.getOrDefault(DESCRIPTION, "");
        }
    }

    private record Cells(int line, List<String> values) {
    }

    static CaseTable read(String file, String text, PackProblems problems) {
        List<Cells> lines = cells(file, text, problems);
        if (lines.isEmpty()) {
            problems.error(file, 1, "csv-empty");
            return new CaseTable(List.of(), List.of());
        }
        List<String> header = lines.get(0).values();
        if (!header.contains(DESCRIPTION)) {
            problems.error(file, 1, "csv-no-case");
        }
        header.stream().filter(name -> header.indexOf(name) != header.lastIndexOf(name)).distinct()
                .forEach(name -> problems.error(file, 1, "csv-column-twice", name));
        if (header.stream().noneMatch(name -> name.startsWith(EXPECTED))) {
            problems.error(file, 1, "csv-nothing-expected");
        }
        if (lines.size() - 1 > MOST_ROWS) {
            problems.error(file, 0, "csv-too-long", lines.size() - 1, MOST_ROWS);
            return new CaseTable(header, List.of());
        }
        List<Row> rows = new ArrayList<>();
        for (Cells line : lines.subList(1, lines.size())) {
            if (line.values().size() != header.size()) {
                problems.error(file, line.line(), "csv-cells", line.values().size(), header.size());
            } else {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    row.put(header.get(i), line.values().get(i));
                }
                rows.add(new Row(line.line(), row));
            }
        }
        return new CaseTable(header, List.copyOf(rows));
    }

    List<String> facts() {
        return header.stream().filter(column -> !column.equals(DESCRIPTION) && !column.startsWith(EXPECTED)).toList();
    }

    List<String> expected() {
        return header.stream().filter(column -> column.startsWith(EXPECTED)).map(column -> column.substring(1)).toList();
    }

    private static List<Cells> cells(String file, String text, PackProblems problems) {
        List<Cells> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int number = 1;
        int begins = 1;
        for (char c : (text.endsWith("\n") ? text : text + "\n").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    if (line.size() > 1 || !line.get(0).isEmpty()) {
                        lines.add(new Cells(begins, line));
                    }
                    line = new ArrayList<>();
                    begins = number + 1;
                }
            } else {
                cell.append(c);
            }
            number += c == '\n' ? 1 : 0;
        }
        if (quoted) {
            problems.error(file, begins, "csv-quote");
        }
        return lines;
    }
}
