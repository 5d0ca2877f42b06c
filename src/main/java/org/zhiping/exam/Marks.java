package org.zhiping.exam;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one scorer gave one candidate.
 *
 * @param total null while it is not given, or cannot be computed yet
 * @param lines by the code of the rubric line; without weights they explain the total and are never counted
 */
public record Marks(Points total, Map<String, Points> lines) {

    public Marks {
        lines = new TreeMap<>(lines);
    }

    /** The total, with the lines in brackets, as {@code 78.50 (1: 80.00, 2: 77.00)}; cut off after so many decimals. */
    public String shown(int decimals) {
        String said = total == null ? "—" : total.shown(decimals);
        return lines.isEmpty() ? said : said + lines.entrySet().stream()
                .map(line -> line.getKey() + ": " + line.getValue().shown(decimals)).collect(Collectors.joining(", ", " (", ")"));
    }

    boolean empty() {
        return total == null && lines.isEmpty();
    }
}
