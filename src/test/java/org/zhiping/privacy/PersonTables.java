package org.zhiping.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table "Where it is" of docs/personal-data.md: each database table with the section of the copy that it is in, or "-" and why. */
final class PersonTables {

    private static final Pattern LINE = Pattern.compile("^\\| `([a-z_]+)` \\| ([a-z-]+)[^|]*\\|", Pattern.MULTILINE);

    private PersonTables() {
    }

    static Map<String, String> read() {
        try {
            Map<String, String> tables = new TreeMap<>();
            Matcher line = LINE.matcher(Files.readString(Path.of("docs/personal-data.md")));
            while (line.find()) {
                tables.put(line.group(1), line.group(2));
            }
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
