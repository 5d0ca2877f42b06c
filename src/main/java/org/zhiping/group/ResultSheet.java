package org.zhiping.group;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Round;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Language;
import org.zhiping.platform.Texts;

/**
 * The rows as they were handed in with what was found beside each, to be corrected and handed in again. Everything is written as text:
 * what begins with = stays what it is.
 */
@Component
class ResultSheet {

    private static final int BATCH = 500;
    private static final List<String> FOUND = List.of("line", "change", "eligibility", "faults", "lacking", "result");

    private final Rounds rounds;
    private final ColumnPlan plan;
    private final JdbcRows rows;
    private final Words words;
    private final Texts texts;

    ResultSheet(Rounds rounds, ColumnPlan plan, JdbcRows rows, Words words, Texts texts) {
        this.rounds = rounds;
        this.plan = plan;
        this.rows = rows;
        this.words = words;
        this.texts = texts;
    }

    void write(GroupImport file, Filter filter, OutputStream to) throws IOException {
        Locale language = Language.now();
        Round round = rounds.find(file.round());
        Columns known = plan.of(round);
        List<Column> columns = columns(file, filter, known);
        try (Workbook workbook = new Workbook(to, "Zhiping", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(texts.of("group.sheet.applicants"));
            Template.heading(sheet, columns, language, FOUND.size());
            for (int i = 0; i < FOUND.size(); i++) {
                sheet.value(0, i, texts.of("group.found." + FOUND.get(i)));
                sheet.style(0, i).bold().fillColor("FFF2CC").set();
                sheet.width(i, FOUND.get(i).equals("faults") ? 60 : 14);
            }
            int[] place = {1};
            each(file, filter, row -> write(sheet, place[0]++, row, known, columns));
        }
    }

    /** Those of the template, and those that people added. */
    private List<Column> columns(GroupImport file, Filter filter, Columns known) {
        Set<String> used = new TreeSet<>();
        each(file, filter, row -> used.addAll(row.cells().keySet()));
        List<Column> columns = new ArrayList<>(known.offered());
        used.stream().flatMap(path -> known.at(path).stream()).filter(column -> !columns.contains(column)).forEach(columns::add);
        return columns;
    }

    private void each(GroupImport file, Filter filter, Consumer<GroupRow> take) {
        int line = 0;
        for (List<GroupRow> batch = rows.after(file.number(), line, filter, BATCH); !batch.isEmpty();
                batch = rows.after(file.number(), line, filter, BATCH)) {
            batch.forEach(take);
            line = batch.get(batch.size() - 1).line();
        }
    }

    private void write(Worksheet sheet, int place, GroupRow row, Columns known, List<Column> columns) {
        List<String> found = List.of(String.valueOf(row.line()), words.change(row), words.eligibility(row),
                String.join("\n", words.faults(row, known)),
                row.report().lacking().stream().map(Note::text).collect(Collectors.joining("\n")), words.result(row));
        for (int i = 0; i < found.size(); i++) {
            put(sheet, place, i, found.get(i));
        }
        for (int i = 0; i < columns.size(); i++) {
            put(sheet, place, FOUND.size() + i, said(row, columns.get(i)));
        }
        try {
            if (place % BATCH == 0) {
                sheet.flush();
            }
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static void put(Worksheet sheet, int row, int column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(row, column, text);
        }
    }

    /** A choice goes back in words. */
    private static String said(GroupRow row, Column column) {
        String cell = row.cell(column.path());
        List<String> codes = column.codes().values().stream().distinct().toList();
        int index = codes.indexOf(cell);
        return index < 0 ? cell : column.choices(Language.now()).get(index);
    }
}
