package org.zhiping.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiping.intake.Milestone;
import org.zhiping.platform.Language;
import org.zhiping.platform.TestTexts;
import org.zhiping.platform.Texts;
import org.zhiping.standard.Direction;
import org.zhiping.standard.Level;
import org.zhiping.standard.Part;
import org.zhiping.standard.StandardPack;

/** Every milestone has its words in both languages. */
class NoticeTemplatesTest {

    private static final Path FOLDER = Path.of("src/main/resources/notice");
    private static final Map<String, String> ARGS = Map.ofEntries(Map.entry("task", "审核材料"),
            Map.entry("reason", "毕业证 <看不清> & 缺页"),
            Map.entry("due", "2026-12-01T18:00+08:00"), Map.entry("part", "THEORY"), Map.entry("session", "S2026000001"),
            Map.entry("startsAt", "2026-12-20T01:00Z"), Map.entry("number", "N-0001"), Map.entry("room", "101 室"),
            Map.entry("seat", "7"), Map.entry("round", "R2026-07"));

    private static final Map<String, String> STAFF = Map.of("number", "ZP202600000001", "task", "Answer the approver's & others' question",
            "due", "2026-12-01", "part", "THEORY", "session", "S2026000001", "round", "R2026-07", "reason", "场地不可用");

    /** What is told about an account rather than a case. */
    private static final List<String> PERSON = List.of("data-downloaded", "recusal-asked", "recusal-recorded", "recusal-declined");

    /** What is told to staff about something else than a case or a session. */
    private static final List<String> OTHER_STAFF = List.of("staff-notice-template-failed", "staff-digest", "staff-calendar-ends",
            "staff-task-given", "staff-task-passed-on", "staff-many-due", "staff-records-broken", "staff-deputy-named", "staff-deputy-released");

    private final NoticeTemplates templates = NoticeRendering.templates(NoticeRendering.none(), new ArrayList<>());

    @ParameterizedTest
    @EnumSource
    void everyMilestoneIsToldInBothLanguages(Milestone milestone) {
        for (Map<String, String> args : List.of(ARGS, Map.<String, String>of())) {
            List<Wording> words = word(milestone, args);
            assertThat(words).extracting(Wording::locale).containsExactly(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
            assertThat(words.get(0).body()).contains("ZP202600000001", "全媒体运营师 四级/中级工（创意策划）").startsWith("<p>");
            assertThat(words.get(1).body()).contains("ZP202600000001", "All-media operator, Level 4 (Creative planning)").startsWith("<p>");
            assertThat(words).allSatisfy(wording -> {
                assertThat(wording.subject()).isNotBlank().doesNotContain("<", "$");
                assertThat(wording.body()).doesNotContain("${", "<#", "看不清>");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKnownIsSaid(Milestone milestone) throws IOException {
        for (Wording wording : word(milestone, ARGS)) {
            used(milestone, wording.locale()).forEach(arg -> assertThat(wording.body()).contains(shown(arg, wording.locale())));
        }
    }

    @Test
    void whatIsFilledInIsEscaped() {
        assertThat(word(Milestone.RETURNED, ARGS).get(0).body()).contains("毕业证 &lt;看不清&gt; &amp; 缺页");
    }

    @Test
    void aDayIsWrittenAsADay() {
        List<Wording> words = word(Milestone.RETURNED, Map.of("due", "2026-12-01"));
        assertThat(words.get(0).body()).contains("补正期限至 2026年12月1日，");
        assertThat(words.get(1).body()).contains("by 1 December 2026 at the latest");
        assertThat(word(Milestone.RETURNED, Map.of("reason", "2026-13-45")).get(0).body()).contains("2026-13-45");
    }

    @Test
    void bothLanguagesUseTheSameArguments() throws IOException {
        for (Milestone milestone : Milestone.values()) {
            assertThat(used(milestone, Locale.ENGLISH)).as(milestone.name()).isEqualTo(used(milestone, Locale.SIMPLIFIED_CHINESE));
        }
    }

    @ParameterizedTest
    @MethodSource("staffKinds")
    void staffAreToldInBothLanguagesOfACaseAndOfASession(String kind) throws IOException {
        assertThat(used(kind, Locale.ENGLISH)).isEqualTo(used(kind, Locale.SIMPLIFIED_CHINESE));
        CaseSubject subject = subject();
        boolean ofCase = Files.readString(FOLDER.resolve("zh-CN").resolve(kind + ".ftlh")).contains("${occupation}");
        for (Wording wording : templates.word(kind, locale -> subject.in(locale, STAFF))) {
            assertThat(wording.subject()).contains("ZP202600000001").doesNotContain("<", "&#39;");
            assertThat(wording.body()).startsWith("<p>").contains("ZP202600000001", ofCase ? subject.pack().in(wording.locale()) : "")
                    .doesNotContain("${", "<#", " & ");
        }
        assertThat(templates.word(kind, locale -> Map.of("number", "S2026000001", "task", "登记到考情况", "part", "理论")))
                .allSatisfy(wording -> assertThat(wording.subject() + wording.body()).contains("S2026000001").doesNotContain("()", "（）"));
    }

    static List<String> staffKinds() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("zh-CN"))) {
            return files.map(file -> file.getFileName().toString().replace(".ftlh", "")).filter(StaffNotifier::tells)
                    .filter(kind -> !OTHER_STAFF.contains(kind)).sorted().toList();
        }
    }

    @Test
    void whatConcernsAnAccountIsToldInBothLanguages() {
        for (String kind : PERSON) {
            List<Wording> words = templates.word(kind, locale -> Map.of("at", "2026-12-20T01:00Z", "number", "ZP202600000001"));
            assertThat(words.get(0).body()).contains("2026年12月20日 09:00");
            assertThat(words.get(1).body()).contains("20 December 2026, 09:00");
        }
    }

    @Test
    void noTemplateIsLeftOver() throws IOException {
        List<String> known = Stream.concat(Stream.concat(Arrays.stream(Milestone.values()).map(Notifier::kind), staffKinds().stream()),
                        Stream.concat(PERSON.stream(), OTHER_STAFF.stream()))
                .map(kind -> kind + ".ftlh").sorted().toList();
        for (Locale locale : Language.ALL) {
            try (Stream<Path> files = Files.list(FOLDER.resolve(locale.toLanguageTag()))) {
                assertThat(files.map(file -> file.getFileName().toString()).sorted()).isEqualTo(known);
            }
        }
    }

    /** A process owner who edits a template begins with one that is taken, and finds each of its values explained. */
    @Test
    void everyTemplateOfTheProgramKeepsTheRulesOfEditedOnes() {
        ShippedTemplates shipped = new ShippedTemplates();
        Texts texts = TestTexts.create();
        for (String kind : shipped.kinds()) {
            for (Locale locale : Language.ALL) {
                TemplateText text = shipped.find(kind, locale).text();
                for (String part : List.of(text.subject(), text.body(), text.sms())) {
                    TemplateSyntax syntax = TemplateSyntax.of(part, null);
                    assertThat(syntax.faults()).as(kind + " " + locale).isEmpty();
                    assertThat(TemplateMarkup.faults(syntax.text())).as(kind + " " + locale).isEmpty();
                    syntax.used().forEach(name -> assertThat(texts.orElse(locale, "notice.variable." + name, "")).as("notice.variable." + name).isNotEmpty());
                    syntax.used().forEach(name -> assertThat(texts.orElse(locale, "notice.sample." + name, "")).as("notice.sample." + name).isNotEmpty());
                }
            }
        }
    }

    private static List<String> used(Milestone milestone, Locale locale) throws IOException {
        return used(Notifier.kind(milestone), locale);
    }

    private static List<String> used(String kind, Locale locale) throws IOException {
        String template = Files.readString(FOLDER.resolve(locale.toLanguageTag()).resolve(kind + ".ftlh"));
        return Stream.concat(ARGS.keySet().stream(), Stream.of("task")).filter(arg -> template.contains("${" + arg + "}")).sorted().toList();
    }

    private static String shown(String arg, Locale locale) {
        boolean english = locale.equals(Locale.ENGLISH);
        return switch (arg) {
            case "reason" -> "毕业证 &lt;看不清&gt; &amp; 缺页";
            case "due" -> english ? "1 December 2026, 18:00" : "2026年12月1日 18:00";
            case "startsAt" -> english ? "20 December 2026, 09:00" : "2026年12月20日 09:00";
            case "part" -> english ? "Theory" : "理论知识考试";
            default -> ARGS.get(arg);
        };
    }

    private List<Wording> word(Milestone milestone, Map<String, String> args) {
        CaseSubject subject = subject();
        return templates.word(Notifier.kind(milestone), locale -> subject.in(locale, args));
    }

    private static CaseSubject subject() {
        StandardPack pack = new StandardPack("all-media-operator", "2023", "全媒体运营师", "All-media operator", null, null, null, null,
                List.of(new Level("LEVEL_4", "四级/中级工", "Level 4", 4)),
                List.of(new Direction("A", "创意策划", "Creative planning", List.of("LEVEL_4"))), null,
                List.of(new Part("THEORY", "理论知识考试", "Theory", Part.SESSION, null, null, null, null)),
                null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        return new CaseSubject("ZP202600000001", "LEVEL_4", "A", pack);
    }
}
