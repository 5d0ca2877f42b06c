package org.zhiping.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiping.standard.TestStandards.S0;
import static org.zhiping.standard.TestStandards.S0_EDITION;
import static org.zhiping.standard.TestStandards.S2;
import static org.zhiping.standard.TestStandards.S2_EDITION;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiping.platform.Refusal;

/** Which lines judge a part, and what weights an institution may give them. */
class RubricTest {

    private final Rulebook rulebook = RulebookTest.rulebook();

    @ParameterizedTest
    @CsvSource({"LEVEL_4, A, 1 市场分析|2 内容创作|6 数据优化, 3.1", "LEVEL_3, E, 1 市场分析|6 数据分析|7 数据优化, 3.2"})
    void skillIsJudgedByTheFunctionsOfLevelAndDirection(String level, String direction, String lines, String clause) {
        Rubric rubric = rubric(S2, level, direction, "SKILL", Map.of());
        assertThat(rubric.lines().stream().map(line -> line.code() + " " + line.name()).collect(Collectors.joining("|"))).isEqualTo(lines);
        assertThat(rubric.lines()).allSatisfy(line -> {
            assertThat(line.clause()).isEqualTo(clause);
            assertThat(line.judged()).isNotEmpty().allSatisfy(content -> assertThat(content.skills()).isNotEmpty());
        });
        assertThat(rubric.weighted()).isFalse();
    }

    @Test
    void atTheUpperLevelsDirectionsAreJudgedAlike() {
        assertThat(rubric(S2, "LEVEL_2", "E", "SKILL", Map.of())).isEqualTo(rubric(S2, "LEVEL_2", "", "SKILL", Map.of()));
        assertThat(rubric(S2, "LEVEL_1", "A", "SKILL", Map.of()).codes()).containsExactly("1", "2", "3");
    }

    @Test
    void capabilityIsJudgedByTheThirtyTwoItems() {
        Rubric rubric = rubric(S0, "SENIOR", "", "CAPABILITY", Map.of());
        assertThat(rubric.lines()).hasSize(32).extracting(Rubric.Line::clause).doesNotHaveDuplicates();
        assertThat(rubric.lines().get(0)).extracting(Rubric.Line::code, Rubric.Line::section).containsExactly("5.1-a", "技能特点");
    }

    @Test
    void whereTheStandardGivesNoLinesThereAreNone() {
        assertThat(rubric(S2, "LEVEL_2", "A", "REVIEW", Map.of())).isEqualTo(Rubric.NONE);
        assertThat(rubric(S2, "LEVEL_4", "A", "THEORY", Map.of())).isEqualTo(Rubric.NONE);
        assertThat(rubric(S0, "JUNIOR", "", "THEORY", Map.of())).isEqualTo(Rubric.NONE);
    }

    @Test
    void weightsHoldForTheirLevelAndDirectionAlone() {
        Map<String, String> values = Map.of("skillWeights.LEVEL_4.A", "6:20 1:30 2:50", "skillWeights.LEVEL_2", "1:25 2:25 3:25 4:25");
        assertThat(rubric(S2, "LEVEL_4", "A", "SKILL", values).lines()).extracting(line -> line.weight().intValue()).containsExactly(30, 50, 20);
        assertThat(rubric(S2, "LEVEL_4", "B", "SKILL", values).weighted()).isFalse();
        assertThat(rubric(S2, "LEVEL_2", "D", "SKILL", values).weighted()).isTrue();
        assertThat(rubric(S2, "LEVEL_2", "D", "REVIEW", values).weighted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1:30 2:50 6:20, ", "1:33.34 2:33.33 6:33.33, ", "1:30 2:50, parameter-weights-lines", "1:30 2:50 3:20, parameter-weights-lines",
            "1:30 2:50 6:10 6:10, parameter-weights-lines", "1:30 2:50 6:19.99, parameter-weights-sum", "1:40 2:60 6:0, parameter-weights-malformed",
            "1:30;2:50;6:20, parameter-weights-malformed", "1:33.333 2:33.333 6:33.334, parameter-weights-malformed", "equal, parameter-weights-malformed"})
    void weightsNameExactlyTheLinesAndMakeAHundred(String value, String code) {
        List<Refusal.Fault> faults = rulebook.parameterFaults(S2, S2_EDITION, List.of("LEVEL_4"), Map.of("skillWeights.LEVEL_4.A", value));
        assertThat(faults).extracting(Refusal.Fault::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void aRoundOpensWithoutWeightsAndTakesNoneForWhatItDoesNotOffer() {
        assertThat(rulebook.missingParameters(S2, S2_EDITION, List.of("LEVEL_4"), Map.of())).noneMatch(id -> id.startsWith("skillWeights"));
        for (String key : List.of("skillWeights", "skillWeights.LEVEL_4", "skillWeights.LEVEL_4.E", "skillWeights.LEVEL_3.A")) {
            assertThat(rulebook.parameterFaults(S2, S2_EDITION, List.of("LEVEL_4"), Map.of(key, "1:100")))
                    .as(key).extracting(Refusal.Fault::code).containsExactly("parameter-unknown");
        }
    }

    private Rubric rubric(String standard, String level, String direction, String part, Map<String, String> values) {
        return rulebook.rubric(standard, standard.equals(S2) ? S2_EDITION : S0_EDITION, level, direction, part, values);
    }
}
