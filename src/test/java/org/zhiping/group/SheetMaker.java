package org.zhiping.group;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Spreadsheets and archives as people make them. */
public final class SheetMaker {

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final List<Map<String, Object>> rows = new ArrayList<>();

    /** Five years of work at level 4; {@code changes} are heading and value in turn. */
    public static Map<String, Object> person(String name, String idNumber, String phone, Object... changes) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("姓名", name);
        row.put("证件号码", idNumber);
        row.put("手机号码", phone);
        row.put("申请人类别", "在职或社会人员");
        row.put("申报等级", "四级/中级工");
        row.put("职业方向", "创意策划");
        row.put("工作1·单位", "某单位");
        row.put("工作1·职业", "全媒体运营师");
        row.put("工作1·开始日期", "2015-03-01");
        for (int i = 0; i < changes.length; i += 2) {
            row.put((String) changes[i], changes[i + 1]);
        }
        return row;
    }

    /** A valid number (GB 11643) of somebody who does not exist and has not been named before. */
    public static String id() {
        int person = PEOPLE.incrementAndGet();
        String body = "110105" + LocalDate.of(1970, 1, 1).plusDays(person / 900).toString().replace("-", "") + (100 + person % 900);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /** Of nobody named before. */
    public static String phone() {
        return "139%08d".formatted(PEOPLE.incrementAndGet());
    }

    public SheetMaker with(Map<String, Object> row) {
        rows.add(row);
        return this;
    }

    /** The headings are those of all rows; a value that begins with {@code =} and is wrapped in {@link Formula} is a formula. */
    public byte[] xlsx() {
        List<String> headings = rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("报名表");
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
            }
            for (int line = 0; line < rows.size(); line++) {
                for (int i = 0; i < headings.size(); i++) {
                    put(sheet, line + 1, i, rows.get(line).get(headings.get(i)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A formula without its equals sign. */
    public record Formula(String text) {
    }

    private static void put(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof Formula formula) {
            sheet.formula(row, column, formula.text());
        } else if (value instanceof String text) {
            sheet.value(row, column, text);
        }
    }

    /** @param files name and content in turn */
    public static byte[] zip(Object... files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (int i = 0; i < files.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) files[i]));
                zip.write((byte[]) files[i + 1]);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
