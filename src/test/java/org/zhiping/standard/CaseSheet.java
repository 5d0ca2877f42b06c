package org.zhiping.standard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cases of one decision file as a process owner keeps them in a spreadsheet: one header row, a column {@code case}
 * with a description, a column for each fact, and columns starting with {@code =} for what is expected. An empty fact
 * is a fact not given.
 */
record CaseSheet(List<String> header, List<Map<String, String>> rows) {

    static final String DESCRIPTION = "case";
    static final String EXPECTED = "=";

    static CaseSheet read(Path file) {
        try {
            List<List<String>> lines = cells(Files.readString(file).replace("\uFEFF", ""));
            List<String> header = lines.get(0);
            return new CaseSheet(header, lines.subList(1, lines.size()).stream().map(line -> row(file, header, line)).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> row(Path file, List<String> header, List<String> line) {
        if (line.size() != header.size()) {
            throw new IllegalArgumentException(file + ": " + line.get(0) + " has " + line.size() + " cells, the header " + header.size());
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < line.size(); i++) {
            row.put(header.get(i), line.get(i));
        }
        return row;
    }

    List<String> facts() {
        return header.stream().filter(column -> !column.equals(DESCRIPTION) && !column.startsWith(EXPECTED)).toList();
    }

    List<String> expected() {
        return header.stream().filter(column -> column.startsWith(EXPECTED)).map(column -> column.substring(1)).toList();
    }

    private static List<List<String>> cells(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : (text.endsWith("\n") ? text : text + "\n").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        return lines;
    }
}
