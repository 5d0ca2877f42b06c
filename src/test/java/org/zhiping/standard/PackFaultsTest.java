package org.zhiping.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiping.platform.Language;
import org.zhiping.platform.TestTexts;
import org.zhiping.platform.Texts;

/** Faults planted into a sound pack: each is found, with file and line, and told in both languages. */
class PackFaultsTest {

    private static final Path SOUND = Path.of("standards/independent-operator/undated");
    private static final String YAML = "standard.yaml";
    private static final Texts TEXTS = TestTexts.create();

    static Stream<Arguments> planted() {
        return Stream.of(
                arguments(YAML, "\ntitle:", "\ntitel:", "schema-additionalProperties"),
                arguments(YAML, "\nedition: undated", "\nedition: 2024", "schema-type"),
                arguments(YAML, "\nstandard: independent-operator", "\nstandard: Independent Operator", "schema-pattern"),
                arguments(YAML, "    conductedBy: panel", "    conductedBy: robot", "schema-enum"),
                arguments(YAML, "    whyEn: 'The standard does not limit returns'\n", "", "schema-required"),
                arguments(YAML, "{code: SENIOR, name: 高级", "{code: JUNIOR, name: 高级", "code-twice"),
                arguments(YAML, "    levels: [JUNIOR, INTERMEDIATE, SENIOR]\n    clause: '3.1'", "    levels: [JUNIOR, MASTER]\n    clause: '3.1'", "level-unknown"),
                arguments(YAML, "rubric: items", "rubric: work", "rubric-empty"),
                arguments(YAML, "part: CAPABILITY", "part: THEORY", "parameter-weights-part"),
                arguments(YAML, "defaultValue: '2'", "defaultValue: '7'", "parameter-default"),
                arguments(YAML, "    pattern: (?s).{2,500}", "    pattern: (?s.{2,500}", "parameter-pattern"),
                arguments(YAML, "nameEn: Pass mark", "nameEn: 合格线", "no-english"),
                arguments(YAML, "    clause: 8.2 d)\n", "    clause: 88.2 d)\n", "clause-unknown"),
                arguments(YAML, "id: scoreDecimals", "id: scoreDigits", "parameter-needed"),
                arguments(YAML, "(?!-)([A-Z0-9-]", "([A-Z0-9-]", "number-grammar"),
                arguments(YAML, "levels:\n", "levels: [\n", "yaml-unreadable"),
                arguments(YAML, "directions: []", "directions: &none []", "yaml-anchor"),
                arguments(YAML, "directions: []", "title: again", "key-twice"),
                arguments("rubric.yaml", "rubric:", "title:", "key-in-two-files"),
                arguments("eligibility.dmn", "eligibility-independent-operator-undated", "eligibility-all-media-operator-2023", "decision-id"),
                arguments("eligibility.dmn", "<text>\"8.1\"</text>", "<text>\"8.2\"</text>", "answer-unknown"),
                arguments("eligibility.dmn", "&gt;= facts.requiredCourseHours", "? &gt;= facts.requiredCourseHours and now() &gt; now()", "feel-not-plain"),
                arguments("eligibility.dmn", "facts.courseHours</text>", "courseHours</text>", "column-no-fact"),
                arguments("eligibility.dmn", "typeRef=\"string\">", "typeRef=\"string\" expressionLanguage=\"juel\">", "model"),
                arguments("eligibility.dmn", "&gt;= facts.requiredCourseHours", "&gt;= = 3", "model"),
                arguments("eligibility.dmn", "hitPolicy=\"COLLECT\"", "hitPolicy=\"COLLECT", "model"),
                arguments(YAML, "facts:\n", "facts:\n  - {id: nobodyAsks, kind: age, name: 年龄, nameEn: Age}\n", "fact-unused"),
                arguments("eligibility.csv", "JUNIOR,met,yes,40,40,eligible,8.1", "JUNIOR,met,yes,40,41,eligible,8.1", "csv-otherwise"),
                arguments("eligibility.csv", "JUNIOR,met,yes,40,40,eligible,8.1", "JUNIOR,met,yes,40,eligible,8.1", "csv-cells"),
                arguments("eligibility.csv", "case,level,", "case,levle,", "csv-fact"),
                arguments("eligibility.csv", "JUNIOR,met,yes,40,40,eligible", "JUNOIR,met,yes,40,40,eligible", "csv-value"),
                arguments("materials.dmn", "\"ID_COPY\"", "\"ID_KOPY\"", "answer-unknown"),
                arguments("materials.dmn", "<text>true</text>", "<text>perhaps</text>", "answer-no-flag"),
                arguments("materials.dmn", "\"STUDENT\"", "\"STUDNET\"", "value-unknown"),
                arguments("assessment-plan.dmn", "<text>\"none\"</text>", "<text>\"THEORY\"</text>", "plan-circles"),
                arguments("assessment-plan.dmn", "<text>\"CAPABILITY\"</text>\n        </outputEntry>", "<text>\"none\"</text>\n        </outputEntry>", "plan-misses"),
                arguments("staffing.dmn", "facts.scorers", "facts.scroers", "fact-unknown"),
                arguments("staffing.dmn", "<text>\"sufficient\"</text>", "<text>\"plenty\"</text>", "answer-unknown"),
                arguments("staffing.csv", "考试：没有阅卷人,THEORY,1,1,0,,,60,20,20,1,60,,,too-few-scorers\n", "", "row-never-hit"));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void isFound(String file, String from, String to, String code) throws IOException {
        Map<String, byte[]> files = PackZips.files(SOUND);
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        files.put(file, text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)).getBytes(StandardCharsets.UTF_8));

        PackLint.Result found = PackZips.lint().zip(PackZips.of(files));

        assertThat(found.usable()).isFalse();
        assertThat(found.problems().all()).as("problems").anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("pack-" + code);
            assertThat(problem.place()).matches(".+:\\d+|assessment-plan.dmn");
            for (Locale language : new Locale[] {Language.CHINESE, Language.ENGLISH}) {
                assertThat(TEXTS.of(language, "refusal." + problem.code(), problem.args().toArray())).isNotBlank().doesNotContain("{").doesNotContain("\n");
            }
        });
    }

    @Test
    void aTableOrItsCasesAreMissing() throws IOException {
        Map<String, byte[]> files = PackZips.files(SOUND);
        files.remove("staffing.csv");
        files.remove("materials.dmn");
        assertThat(PackZips.lint().zip(PackZips.of(files)).problems().all()).extracting(PackProblem::code)
                .contains("pack-cases-missing", "pack-table-missing");
    }

    @Test
    void aConditionWithoutARow() throws IOException {
        Map<String, byte[]> files = PackZips.files(SOUND);
        files.put(YAML, new String(files.get(YAML), StandardCharsets.UTF_8).replace("  - id: 8.1-b", "  - id: 8.9-b").getBytes(StandardCharsets.UTF_8));
        assertThat(PackZips.lint().zip(PackZips.of(files)).problems().all()).extracting(PackProblem::code).contains("pack-condition-without-row");
    }

    /** What an ordinary desktop does to files is no fault. */
    @Test
    void aFolderCarriageReturnsMarksAndLitterAreNoFault() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        PackZips.files(SOUND).forEach((name, bytes) -> files.put("我的标准/2024/" + name,
                ("\uFEFF" + new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8)));
        files.put("__MACOSX/我的标准/._standard.yaml", new byte[] {0, 5, 22});
        files.put("我的标准/2024/.DS_Store", new byte[] {0, 0});
        files.put("我的标准/2024/~$eligibility.csv", new byte[] {1});

        assertThat(PackZips.lint().zip(PackZips.of(files)).problems().all()).isEmpty();
    }

    static Stream<Arguments> badZips() throws IOException {
        byte[] yaml = PackZips.files(SOUND).get(YAML);
        return Stream.of(
                arguments("pack-zip-unreadable", "nothing of the kind".getBytes(StandardCharsets.UTF_8)),
                arguments("pack-zip-unreadable", new byte[0]),
                arguments("pack-zip-path", PackZips.of(Map.of("../" + YAML, yaml))),
                arguments("pack-zip-path", PackZips.of(Map.of("/etc/" + YAML, yaml))),
                arguments("pack-zip-path", PackZips.of(Map.of("C:" + YAML, yaml))),
                arguments("pack-zip-path", PackZips.of(Map.of("..\\" + YAML, yaml))),
                arguments("pack-zip-twice", PackZips.of(Map.of(YAML, yaml, "Standard.yaml", yaml))),
                arguments("pack-nested-archive", PackZips.of(Map.of(YAML, yaml, "more.zip", PackZips.of(Map.of("x", yaml))))),
                arguments("pack-nested-archive", PackZips.of(Map.of(YAML, yaml, "more.txt", PackZips.of(Map.of("x", yaml))))),
                arguments("pack-zip-link", link()),
                arguments("pack-zip-ratio", PackZips.of(Map.of(YAML, yaml, "big.txt", new byte[3 << 20]))),
                arguments("pack-zip-unpacked", PackZips.of(Map.of(YAML, yaml, "big.txt", new byte[5 << 20]))),
                arguments("pack-zip-entries", many()),
                arguments("pack-no-standard-yaml", PackZips.of(Map.of("readme.txt", yaml))),
                arguments("pack-several-packs", PackZips.of(Map.of("a/" + YAML, yaml, "b/" + YAML, yaml))),
                arguments("pack-not-utf8", PackZips.of(Map.of(YAML, "name: 独立运营师".getBytes(Charset.forName("GBK"))))),
                arguments("pack-not-utf8", PackZips.of(Map.of(YAML, "name: x".getBytes(StandardCharsets.UTF_16)))),
                arguments("pack-yml", PackZips.of(Map.of(YAML, yaml, "work.yml", yaml))),
                arguments("pack-yaml-unreadable", PackZips.of(Map.of(YAML, ("a: " + "[".repeat(5000)).getBytes(StandardCharsets.UTF_8)))),
                arguments("pack-yaml-anchor", PackZips.of(Map.of(YAML, "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n".getBytes(StandardCharsets.UTF_8)))),
                arguments("pack-yaml-no-mapping", PackZips.of(Map.of(YAML, "- a\n".getBytes(StandardCharsets.UTF_8)))));
    }

    @ParameterizedTest
    @MethodSource("badZips")
    void aZipThatIsNotOpened(String code, byte[] zip) {
        PackLint.Result found = PackZips.lint().zip(zip);
        assertThat(found.usable()).isFalse();
        assertThat(found.problems().all()).extracting(PackProblem::code).contains(code);
    }

    /** The central directory says that this is a link. */
    private static byte[] link() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry entry = new ZipArchiveEntry(YAML);
            entry.setUnixMode(0120777);
            zip.putArchiveEntry(entry);
            zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] many() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 300; i++) {
                zip.putNextEntry(new ZipEntry("f" + i + ".txt"));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** A message never repeats more than part of one line. */
    @Test
    void aLongLineIsCut() throws IOException {
        Map<String, byte[]> files = PackZips.files(SOUND);
        files.put(YAML, (new String(files.get(YAML), StandardCharsets.UTF_8) + "\n" + "x".repeat(5000) + ": <script>\n").getBytes(StandardCharsets.UTF_8));
        assertThat(PackZips.lint().zip(PackZips.of(files)).problems().all()).isNotEmpty()
                .allSatisfy(problem -> problem.args().forEach(arg -> assertThat(arg.toString()).hasSizeLessThan(200)));
    }
}
