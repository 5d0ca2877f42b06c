package org.zhiping.group;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import org.zhiping.group.Column.Kind;
import org.zhiping.intake.Round;
import org.zhiping.platform.Language;
import org.zhiping.platform.Texts;
import org.zhiping.standard.MaterialKind;
import org.zhiping.standard.Packs;
import org.zhiping.standard.StandardPack;

/**
 * The spreadsheet to be filled in: a sheet for the applicants, one with an example, one that explains, and the lists that the cells
 * offer. Every cell is text, so that a number of 18 digits keeps its last three.
 */
@Component
class Template {

    private static final String APPLICATION = "Zhiping";
    private static final String VERSION = "1.0";
    private static final String TEXT = "@";
    private static final int EXPLANATIONS = 14;
    private static final int LAST_ROW = 100_000;
    private static final double WIDTH = 18;

    private final ColumnPlan plan;
    private final Packs packs;
    private final Texts texts;

    Template(ColumnPlan plan, Packs packs, Texts texts) {
        this.plan = plan;
        this.packs = packs;
        this.texts = texts;
    }

    /** In the language of the request. */
    void write(Round round, OutputStream to) throws IOException {
        Locale language = Language.now();
        List<Column> columns = plan.of(round).offered();
        try (Workbook workbook = new Workbook(to, APPLICATION, VERSION)) {
            Worksheet sheet = workbook.newWorksheet(texts.of("group.sheet.applicants"));
            Worksheet example = workbook.newWorksheet(texts.of("group.sheet.example"));
            explain(workbook.newWorksheet(texts.of("group.sheet.explanation")), packs.find(round.standard(), round.edition()), language);
            Worksheet lists = workbook.newWorksheet(texts.of("group.sheet.lists"));
            heading(sheet, columns, language, 0);
            heading(example, columns, language, 0);
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                List<String> choices = column.choices(language);
                for (int j = 0; j < choices.size(); j++) {
                    lists.value(j, i, choices.get(j));
                }
                if (!choices.isEmpty()) {
                    sheet.range(1, i, LAST_ROW, i).validateWithList(lists.range(0, i, choices.size() - 1, i))
                            .allowBlank(true).showErrorMessage(true).error(texts.of("group.sheet.choose"));
                }
                example.value(1, i, example(column, choices));
            }
        }
    }

    /** Also of the list that goes back to the agent; the first columns may be others. */
    static void heading(Worksheet sheet, List<Column> columns, Locale language, int first) {
        for (int i = 0; i < columns.size(); i++) {
            int place = first + i;
            sheet.style(place).format(TEXT).set();
            sheet.width(place, WIDTH);
            sheet.value(0, place, Column.mark(columns.get(i).required(), columns.get(i).heading(language)));
            sheet.style(0, place).format(TEXT).bold().wrapText(true).fillColor("E8EEF4").set();
        }
        sheet.freezePane(first + 1, 1);
    }

    private String example(Column column, List<String> choices) {
        String key = "group.example." + column.path();
        String said = texts.orElse(key, "");
        return !said.isEmpty() || choices.isEmpty() || column.kind() != Kind.CHOICE || column.path().matches(".*(nationality|\\[[1-9]]).*")
                || column.path().matches("(certificates|titles|courses).*") ? said : choices.get(0);
    }

    private void explain(Worksheet sheet, StandardPack pack, Locale language) {
        List<String> lines = new ArrayList<>();
        IntStream.rangeClosed(1, EXPLANATIONS).forEach(i -> lines.add(texts.of("group.explain." + i)));
        pack.materials().stream().filter(kind -> !kind.fulfilledBy().equals(MaterialKind.APPLICATION)).forEach(kind -> lines.add("  · " + kind.in(language)));
        sheet.width(0, 110);
        for (int i = 0; i < lines.size(); i++) {
            sheet.value(i, 0, lines.get(i));
            sheet.style(i, 0).wrapText(true).set();
        }
    }
}
