package org.zhiping.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhiping.platform.Texts;
import org.zhiping.standard.PackProblem;
import org.zhiping.standard.PackReport;

/**
 * What was found in one file of a pack, in the reader's language.
 *
 * @param file empty when the zip as a whole is meant
 */
public record PackFindings(String file, List<Finding> findings) {

    /** @param line 0 when no line is meant */
    public record Finding(int line, boolean warning, String code, String text) {
    }

    static List<PackFindings> of(PackReport report, Texts texts) {
        Map<String, List<Finding>> files = new LinkedHashMap<>();
        report.problems().forEach(problem -> files.computeIfAbsent(problem.file(), file -> new ArrayList<>()).add(finding(problem, texts)));
        return files.entrySet().stream().map(file -> new PackFindings(file.getKey(), file.getValue())).toList();
    }

    private static Finding finding(PackProblem problem, Texts texts) {
        return new Finding(problem.line(), problem.warning(), problem.code(), texts.of(problem.fault()));
    }

    /** The same as a sheet, in an address that a browser saves without asking again for what was not stored. */
    static String sheet(PackReport report, Texts texts) {
        StringBuilder csv = new StringBuilder("\uFEFF");
        row(csv, texts.of("desk.standards.file"), texts.of("desk.standards.line"), texts.of("desk.standards.kind"), texts.of("desk.standards.message"));
        report.problems().forEach(problem -> row(csv, problem.file(), problem.line() > 0 ? String.valueOf(problem.line()) : "",
                texts.of(problem.warning() ? "desk.standards.warning" : "desk.standards.error"), texts.of(problem.fault())));
        return "data:text/csv;charset=utf-8;base64," + Base64.getEncoder().encodeToString(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void row(StringBuilder csv, String... cells) {
        List<String> quoted = new ArrayList<>();
        for (String cell : cells) {
            String harmless = cell.matches("[=+@-].*") ? "'" + cell : cell;
            quoted.add('"' + harmless.replace("\"", "\"\"") + '"');
        }
        csv.append(String.join(",", quoted)).append("\r\n");
    }
}
