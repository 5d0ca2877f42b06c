package org.zhiping.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Round;
import org.zhiping.intake.RoundPlan;
import org.zhiping.intake.RoundStatus;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.TestTexts;
import org.zhiping.standard.TestStandards;

/** Spreadsheets and archives as people make them, and as nobody should. */
class SheetTest {

    private static final GroupSettings SETTINGS = new GroupSettings(1, Duration.ZERO, Duration.ofSeconds(1), 1000, DataSize.ofMegabytes(5),
            DataSize.ofMegabytes(20), DataSize.ofMegabytes(5), 100, DataSize.ofMegabytes(2), 200);
    private static final String ID = "11010519491231002X";

    private static Round round(String standard, String edition, List<String> levels, List<String> directions) {
        return new Round("R2026000001", new RoundPlan(standard, edition, levels, directions, Instant.EPOCH, Instant.MAX, LocalDate.EPOCH, Map.of()), RoundStatus.OPEN);
    }

    private static Columns columns() {
        return new ColumnPlan(TestStandards.packs(), TestTexts.create())
                .of(round(TestStandards.S2, TestStandards.S2_EDITION, List.of("LEVEL_4", "LEVEL_3"), List.of("A", "E")));
    }

    private static List<SheetRow> read(byte[] file) {
        List<SheetRow> rows = new ArrayList<>();
        try (Sheet sheet = new Sheet(file, columns(), SETTINGS)) {
            sheet.count(SETTINGS.maxRows());
            sheet.read(rows::add);
        }
        return rows;
    }

    private static SheetRow one(Object... changes) {
        return read(new SheetMaker().with(SheetMaker.person("张三", ID, "13800138000", changes)).xlsx()).get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"证件号码|１１０１０５１９４９１２３１００２ｘ|person.idNumber|11010519491231002X", "证件号码| 110105194912 31002x |person.idNumber|11010519491231002X",
        "工作1·开始日期|2021/9/1|jobs[0].from|2021/9/1", "工作1·开始日期|20210901|jobs[0].from|2021-09-01", "工作1·开始日期|44440|jobs[0].from|2021-09-01",
        "工作1·开始日期|2021年9月1日|jobs[0].from|2021年9月1日", "申报等级|四级|level|LEVEL_4", "申报等级|中级工|level|LEVEL_4", "申报等级|LEVEL_3|level|LEVEL_3",
        "姓名|'\u00a0张三\u200b '|name|张三", "手机号码|138 0013 8000|person.phone|13800138000", "现单位或学校|'  某 单位 '|person.employer|某 单位"})
    void readsWhatWasMeant(String heading, String typed, String path, String read) {
        assertThat(one(heading, typed).cell(path)).isEqualTo(read);
    }

    @Test
    void readsDatesThatAProgramMadeNumbersOf() {
        assertThat(one("工作1·开始日期", 44440).cell("jobs[0].from")).isEqualTo("2021-09-01");
        assertThat(one("工作1·开始日期", 2021).cell("jobs[0].from")).as("a year is no date").isEqualTo("2021");
        assertThat(one("手机号码", 13800138000L).cell("person.phone")).isEqualTo("13800138000");
    }

    static Stream<Arguments> cells() {
        return Stream.of(Arguments.of("证件号码", 110105194912310020d, "cell-rounded"), Arguments.of("证件号码", "1.10105E+17", "cell-rounded"),
                Arguments.of("姓名", new SheetMaker.Formula("A1"), "cell-formula"), Arguments.of("申报等级", "九级", "cell-not-of-the-list"),
                Arguments.of("现单位或学校", "某".repeat(501), "cell-too-long"));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void saysWhatIsWrongWithACell(String heading, Object typed, String code) {
        assertThat(one(heading, typed).faults()).extracting(Refusal.Fault::code).containsExactly(code);
    }

    @Test
    void findsColumnsWhereverTheyStandAndAFourthJob() {
        SheetRow row = read(new SheetMaker().with(Map.of("工作4·职业", "编辑", "申报等级", "四级/中级工", "证件号码", ID, "姓名 *", "张三", "备注", "x")).xlsx()).get(0);
        assertThat(row.cells()).containsEntry("jobs[3].occupation", "编辑").containsEntry("name", "张三").hasSize(4);
        Claims claims = new Applicants(new ObjectMapper()).of(row).claims();
        assertThat(claims.jobs()).extracting(Claims.Job::occupation).containsExactly("编辑");
    }

    @Test
    void everyColumnOfEachStandardHasWordsOfItsOwn() {
        assertThat(columns().offered()).extracting(Column::zh).doesNotHaveDuplicates().noneMatch(heading -> heading.contains("claim."));
        Columns s0 = new ColumnPlan(TestStandards.packs(), TestTexts.create())
                .of(round(TestStandards.S0, TestStandards.S0_EDITION, List.of("JUNIOR"), List.of()));
        assertThat(s0.offered()).extracting(Column::path).contains("courses[0].hours").doesNotContain("direction", "titles[0].rank");
    }

    private static byte[] zip(Object... files) {
        return SheetMaker.zip(files);
    }

    /** The parts of a sound file with one of them changed. */
    private static byte[] with(String part, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] sound = new SheetMaker().with(SheetMaker.person("张三", ID, "13800138000")).xlsx();
        try (ZipFile from = ZipFile.builder().setByteArray(sound).get(); ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntries())) {
                if (!entry.getName().equals(part)) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    from.getInputStream(entry).transferTo(to);
                }
            }
            to.putNextEntry(new ZipEntry(part));
            to.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    static Stream<Arguments> files() throws IOException {
        byte[] ole = new byte[600];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1}, 0, ole, 0, 8);
        byte[] locked = ole.clone();
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, locked, 512, name.length);
        byte[] nothing = new byte[0];
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sst><si><t>&x;</t></si></sst>";
        return Stream.of(Arguments.of("empty", nothing, "sheet-empty-file"), Arguments.of("CSV", "姓名,证件号码".getBytes(StandardCharsets.UTF_8), "sheet-no-xlsx"),
                Arguments.of("xls", ole, "sheet-old"), Arguments.of("password", locked, "sheet-encrypted"),
                Arguments.of("ODS", zip("mimetype", nothing, "content.xml", nothing), "sheet-open-document"),
                Arguments.of("xlsb", zip("xl/workbook.bin", nothing), "sheet-binary"),
                Arguments.of("xlsm", with("xl/vbaProject.bin", "x"), "sheet-macros"),
                Arguments.of("zip", zip("a.txt", nothing), "sheet-no-xlsx"),
                Arguments.of("entity", with("xl/sharedStrings.xml", entity), "sheet-damaged"),
                Arguments.of("broken XML", with("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row"), "sheet-damaged"),
                Arguments.of("bomb", with("xl/worksheets/sheet1.xml", " ".repeat(21 * 1024 * 1024)), "sheet-unpacks-too-large"),
                Arguments.of("no heading", new SheetMaker().with(Map.of("甲", "乙")).xlsx(), "sheet-heading-missing"),
                Arguments.of("renamed", new SheetMaker().with(Map.of("姓名", "张三", "身份", ID, "申报等级", "四级")).xlsx(), "sheet-heading-missing"),
                Arguments.of("empty sheet", new SheetMaker().with(Map.of("姓名", "", "证件号码", "", "申报等级", "")).xlsx(), "sheet-without-rows"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void refusesWithWordsWhatIsNoSoundSpreadsheet(String kind, byte[] file, String code) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(Refusal.class).hasMessage(code);
        assertThat(TestTexts.create().orElse("refusal." + code, "")).isNotEmpty();
    }

    @Test
    void passesOverBlankFormattedRowsToTheLastLineOfASheet() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("s");
            List.of("姓名", "证件号码", "申报等级").forEach(heading -> sheet.value(0, Set.of("姓名").contains(heading) ? 0 : heading.equals("证件号码") ? 1 : 2, heading));
            for (int line = 1; line < 200_000; line++) {
                sheet.style(line, 0).bold().set();
                if (line % 1000 == 0) {
                    sheet.flush();
                }
            }
            sheet.value(1_048_575, 0, "末行");
        }
        assertThat(read(bytes.toByteArray())).extracting(SheetRow::line).containsExactly(1_048_576);
    }

    @Test
    void stopsAtTheLimitOfRows() {
        SheetMaker sheet = new SheetMaker();
        for (int i = 0; i < 1001; i++) {
            sheet.with(SheetMaker.person("张三", ID, "13800138000"));
        }
        assertThatThrownBy(() -> read(sheet.xlsx())).hasMessage("sheet-too-many-rows");
    }

    private static List<String> names(byte[] file) throws IOException {
        List<String> names = new ArrayList<>();
        try (Archive archive = new Archive(new ByteArrayInputStream(file), SETTINGS)) {
            for (Archive.File next = archive.next(); next != null; next = archive.next()) {
                names.add(next.name());
                archive.content().readAllBytes();
            }
        }
        return names;
    }

    @Test
    void readsNamesThatWindowsWrote() throws IOException {
        for (String charset : List.of("GBK", "UTF-8")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
                zip.setEncoding(Charset.forName(charset).name());
                zip.setUseLanguageEncodingFlag(false);
                zip.putArchiveEntry(new ZipArchiveEntry("3/身份证复印件.pdf"));
                zip.write(1);
                zip.closeArchiveEntry();
            }
            assertThat(names(bytes.toByteArray())).as(charset).containsExactly("3/身份证复印件.pdf");
        }
    }

    @Test
    void refusesArchivesThatDoNotStopUnpacking() {
        assertThatThrownBy(() -> names(zip("1/a.pdf", new byte[3 * 1024 * 1024]))).hasMessage("archive-unpacks-too-large");
        assertThatThrownBy(() -> names("Rar!".getBytes(StandardCharsets.US_ASCII))).hasMessage("archive-no-zip");
        Object[] many = new Object[202];
        for (int i = 0; i < 101; i++) {
            many[2 * i] = i + ".pdf";
            many[2 * i + 1] = new byte[1];
        }
        assertThatThrownBy(() -> names(zip(many))).hasMessage("archive-too-many-files");
    }

    @ParameterizedTest
    @CsvSource({"身份证,ID_COPY", "身份证复印件,ID_COPY", "证件照,PHOTO", "证件照2,PHOTO", "PHOTO,PHOTO", "毕业证书,GRADUATION_CERTIFICATE", "Identity photo,PHOTO",
        "工作年限证明,WORK_YEARS_PROOF", "申报表及承诺书,", "随便,"})
    void knowsMaterialsByTheirNames(String name, String code) {
        var kind = new MaterialNames(TestStandards.packs().find(TestStandards.S2, TestStandards.S2_EDITION)).of(name);
        assertThat(kind.map(one -> one.code()).orElse(null)).isEqualTo(code);
    }
}
