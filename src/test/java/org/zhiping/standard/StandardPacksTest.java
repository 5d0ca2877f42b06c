package org.zhiping.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.FileDecisions;
import org.zhiping.platform.process.RuleTrace;

/** The packs say what the standards say: word for word, and nothing where the standards are silent. */
class StandardPacksTest {

    private static final Packs PACKS = TestStandards.packs();
    private static final StandardPack S2 = PACKS.find("all-media-operator", "2023");
    private static final StandardPack S0 = PACKS.find("independent-operator", "undated");

    private final Rulebook rulebook = RulebookTest.rulebook();

    static Stream<StandardPack> all() {
        return PACKS.all().stream();
    }

    @BeforeEach
    void speakChinese() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void allMediaOperatorHasNineteenCombinations() {
        assertThat(S2.levels().stream().mapToInt(level -> S2.directionsAt(level.code()).size()).sum()).isEqualTo(19);
        S2.levels().forEach(level -> S2.directionsAt(level.code()).forEach(direction -> {
            rulebook.checkCombination("all-media-operator", "2023", level.code(), direction.code());
            assertThat(S2.functionsOf(level.code(), direction.code())).isNotEmpty();
        }));
    }

    @Test
    void dataAnalysisStartsAtLevelThree() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> rulebook.checkCombination("all-media-operator", "2023", "LEVEL_4", "E"))
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
                    assertThat(refusal.faults().get(0).code()).isEqualTo("direction-not-at-level");
                    assertThat(refusal.faults().get(0).args()).containsExactly("数据分析", "四级/中级工");
                });
        rulebook.checkCombination("all-media-operator", "2023", "LEVEL_3", "E");
    }

    @Test
    void directionsAreAskedForOnlyWhereTheStandardHasThem() {
        rulebook.checkCombination("independent-operator", "undated", "JUNIOR", "");
        assertRefused("direction-missing", () -> rulebook.checkCombination("all-media-operator", "2023", "LEVEL_4", ""));
        assertRefused("direction-unknown", () -> rulebook.checkCombination("independent-operator", "undated", "JUNIOR", "A"));
        assertRefused("level-unknown", () -> rulebook.checkCombination("all-media-operator", "2023", "LEVEL_5", "A"));
        assertRefused("standard-unknown", () -> rulebook.checkCombination("all-media-operator", "2019", "LEVEL_4", "A"));
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).withMessage(code);
    }

    @Test
    void functionsOfADirectionFollowTheMatrix() {
        assertThat(S2.functionsOf("LEVEL_4", "B")).containsExactly(1, 3, 6);
        assertThat(S2.functionsOf("LEVEL_3", "E")).containsExactly(1, 6, 7);
        assertThat(S2.functionsOf("LEVEL_2", "E")).containsExactly(1, 2, 3, 4);
        assertThat(S2.directionsDifferAt("LEVEL_3")).isTrue();
        assertThat(S2.directionsDifferAt("LEVEL_1")).isFalse();
        assertThat(S0.directionsDifferAt("JUNIOR")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("all")
    void conditionsStandWordForWord(StandardPack pack) throws IOException {
        Map<String, String> texts = new HashMap<>();
        extraction().get(pack.standard()).get("conditions").fields()
                .forEachRemaining(entry -> texts.put(entry.getKey(), entry.getValue().asText()));

        assertThat(pack.conditions().stream().collect(Collectors.toMap(Condition::id, Condition::text))).isEqualTo(texts);
    }

    /** {@code conditions} of both standards as extracted from their texts. */
    private static JsonNode extraction() throws IOException {
        try (InputStream in = StandardPacksTest.class.getResourceAsStream("extraction.yaml")) {
            return new YAMLMapper().readTree(in);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyConditionHasARowInTheTableWithTheSameClause(StandardPack pack) {
        List<RuleTrace> rules = new FileDecisions()
                .explain("eligibility-conditions-" + pack.standard() + "-" + pack.edition(), Map.of());
        Set<Condition> reached = new HashSet<>();
        for (RuleTrace rule : rules) {
            List<Condition> conditions = pack.conditions(rule.outputs().get("condition").toString());
            assertThat(conditions).as(rule.rule()).isNotEmpty();
            if (conditions.size() == 1) {
                assertThat(rule.outputs()).containsEntry("clause", conditions.get(0).clause());
                assertThat(rule.annotation()).startsWith(conditions.get(0).clause());
            }
            reached.addAll(conditions);
        }
        assertThat(reached).containsExactlyInAnyOrderElementsOf(pack.conditions());
    }

    @Test
    void whatIndependentOperatorLeavesOpenHasNoValue() {
        assertThat(S0.levels()).extracting(Level::certificateDigit).containsOnlyNulls();
        assertThat(S0.parts()).extracting(Part::minMinutes).containsOnlyNulls();
        assertThat(S0.scoring().scaleMax()).isNull();
        assertThat(S0.scoring().passMark()).isNull();
        assertThat(S0.staffing()).isEmpty();
        assertThat(S0.origin().number()).isNull();
        assertThat(S0.origin().occupationCode()).isNull();
        assertThat(S0.origin().issuedBy()).isEmpty();
        assertThat(S0.rubric()).hasSize(8).flatExtracting(RubricSection::items).hasSize(32)
                .allSatisfy(item -> assertThat(((RubricSection.Item) item).maxScore()).isNull());
    }

    @ParameterizedTest
    @MethodSource("all")
    void onlyHowScoresAndPapersLookHasADefault(StandardPack pack) {
        assertThat(pack.parameters().stream().filter(spec -> spec.defaultValue() != null).map(ParameterSpec::id))
                .containsExactly("scoreDecimals", "certificate.heading", "certificate.headingEn", "printedPhoto", "certificate.scores");
    }

    @Test
    void whatAllMediaOperatorSaysIsNoParameter() {
        assertThat(S2.parameters()).extracting(ParameterSpec::id)
                .doesNotContain("passMark", "scaleMax", "panelSize", "panelOdd", "theoryMinutes", "candidatesPerInvigilator");
        assertThat(S2.parts()).extracting(Part::minMinutes).containsExactly(90, 100, 20);
        assertThat(S2.relatedOccupations()).hasSize(22).doesNotHaveDuplicates();
        assertThat(S2.relatedMajors()).hasSize(36).doesNotHaveDuplicates();
        assertThat(S2.materials()).extracting(MaterialKind::clause).containsOnlyNulls();
    }

    @ParameterizedTest
    @MethodSource("all")
    void materialsOfTheTableAreInThePack(StandardPack pack) {
        new FileDecisions().explain("materials-" + pack.standard() + "-" + pack.edition(), Map.of()).forEach(rule -> {
            Stream<String> codes = Stream.concat(Stream.of(rule.outputs().get("material").toString()),
                    Stream.ofNullable(rule.outputs().get("anyOf")).flatMap(anyOf -> Stream.of(anyOf.toString().split(" "))));
            assertThat(codes).allSatisfy(code -> assertThat(pack.material(code)).as(code).isPresent());
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void partsOfThePlanAreThePartsOfTheLevel(StandardPack pack) {
        pack.levels().forEach(level -> assertThat(rulebook.parts(pack.standard(), pack.edition(), level.code()))
                .containsExactlyElementsOf(pack.parts().stream().filter(part -> part.levels().contains(level.code())).map(Part::code).toList()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPackHasItsFourDecisions(StandardPack pack) throws IOException {
        String suffix = "-" + pack.standard() + "-" + pack.edition();
        Path folder = Path.of("standards", pack.standard(), pack.edition());
        assertThat(DecisionTablesTest.files().filter(file -> file.startsWith(folder)).map(file -> new DecisionFile(file).decision()))
                .containsExactlyInAnyOrder("eligibility" + suffix, "materials" + suffix, "assessment-plan" + suffix, "staffing" + suffix);
    }
}
