package org.zhiping.group;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/**
 * A spreadsheet of applicants, read row by row; hidden rows and columns count like others. The rows are those of the
 * first sheet that has the headings among its first lines.
 */
final class Sheet implements AutoCloseable {

    private static final int HEADING_WITHIN = 20;
    private static final int MOST_COLUMNS = 500;

    private final ReadableWorkbook workbook;
    private final org.dhatim.fastexcel.reader.Sheet rows;
    private final Cells cells;
    private final int headingLine;
    private final Map<Integer, Column> byPlace = new HashMap<>();
    private final List<String> unknown = new ArrayList<>();

    private record Heading(org.dhatim.fastexcel.reader.Sheet sheet, Row row) {
    }

    /** @throws Refusal when it is no spreadsheet, or one without the headings of the template */
    Sheet(byte[] file, Columns columns, GroupSettings settings) {
        new SheetCheck(settings).check(file);
        try {
            workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
            cells = new Cells(workbook.isDate1904());
            Heading heading = heading(columns);
            rows = heading.sheet();
            headingLine = heading.row().getRowNum();
            place(heading.row(), columns);
        } catch (IOException | ExcelReaderException | UncheckedIOException damaged) {
            throw Refusal.invalid("sheet", "sheet-damaged");
        }
    }

    private Heading heading(Columns columns) throws IOException {
        List<String> missing = Columns.INDISPENSABLE;
        for (var sheet : workbook.getSheets().toList()) {
            try (Stream<Row> lines = sheet.openStream()) {
                Iterator<Row> first = lines.limit(HEADING_WITHIN).iterator();
                while (first.hasNext()) {
                    Row row = first.next();
                    List<String> lacks = lacking(row, columns);
                    if (lacks.isEmpty()) {
                        return new Heading(sheet, row);
                    }
                    missing = lacks.size() < missing.size() ? lacks : missing;
                }
            }
        }
        List<Fault> faults = missing.stream().map(path -> columns.at(path).orElseThrow())
                .map(column -> new Fault("sheet", "sheet-heading-missing", column.zh(), column.en())).toList();
        throw Refusal.invalid(faults);
    }

    private static List<String> lacking(Row row, Columns columns) {
        List<String> there = row.stream().limit(MOST_COLUMNS).filter(Sheet::filled)
                .flatMap(cell -> columns.headed(cell.getText()).stream()).map(Column::path).toList();
        return Columns.INDISPENSABLE.stream().filter(path -> !there.contains(path)).toList();
    }

    private void place(Row heading, Columns columns) {
        List<String> twice = new ArrayList<>();
        heading.stream().limit(MOST_COLUMNS).filter(Sheet::filled).forEach(cell -> columns.headed(cell.getText()).ifPresentOrElse(column -> {
            if (byPlace.containsValue(column)) {
                twice.add(cell.getText());
            }
            byPlace.put(cell.getColumnIndex(), column);
        }, () -> unknown.add(cell.getText().strip())));
        if (!twice.isEmpty()) {
            throw Refusal.invalid(twice.stream().distinct().map(text -> new Fault("sheet", "sheet-heading-twice", text)).toList());
        }
    }

    /** Headings that nothing is read from. */
    List<String> unknown() {
        return unknown;
    }

    /** @throws Refusal when there is none, or more than allowed */
    int count(int most) {
        int[] rows = {0};
        read(row -> ++rows[0] <= most);
        if (rows[0] == 0) {
            throw Refusal.invalid("sheet", "sheet-without-rows");
        }
        if (rows[0] > most) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, List.of(new Fault("sheet", "sheet-too-many-rows", most)));
        }
        return rows[0];
    }

    /** Hands over one row after the other, as long as more are wanted; keeps none. */
    void read(Predicate<SheetRow> take) {
        try (Stream<Row> lines = rows.openStream()) {
            Iterator<Row> next = lines.iterator();
            boolean more = true;
            while (more && next.hasNext()) {
                Row line = next.next();
                if (line.getRowNum() > headingLine) {
                    SheetRow row = row(line);
                    more = row.cells().isEmpty() && row.faults().isEmpty() || take.test(row);
                }
            }
        } catch (IOException | ExcelReaderException | UncheckedIOException damaged) {
            throw Refusal.invalid("sheet", "sheet-damaged");
        }
    }

    private SheetRow row(Row line) {
        Map<String, String> said = new TreeMap<>();
        List<Fault> faults = new ArrayList<>();
        for (Cell cell : line) {
            Column column = cell == null ? null : byPlace.get(cell.getColumnIndex());
            if (column != null) {
                Cells.Read read = cells.read(column, cell);
                if (read.fault() != null) {
                    faults.add(read.fault());
                } else if (!read.text().isEmpty()) {
                    said.put(column.path(), read.text());
                }
            }
        }
        return new SheetRow(line.getRowNum(), said, faults);
    }

    private static boolean filled(Cell cell) {
        return cell != null && cell.getType() != CellType.EMPTY && !cell.getText().isBlank();
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException unlikely) {
            throw new UncheckedIOException(unlikely);
        }
    }
}
