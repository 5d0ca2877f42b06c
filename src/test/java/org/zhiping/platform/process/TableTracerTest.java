package org.zhiping.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;
import org.zhiping.platform.process.RuleTrace.CellTrace;

/** A trace says of each cell what the engine would. */
class TableTracerTest {

    private static final Decisions DECISIONS = new FileDecisions();

    @Test
    void namesTheCellThatFailsWithTheValueItMet() {
        RuleTrace rule = DECISIONS.explain("part-outcome",
                Map.of("attendance", "present", "scoreSum", new BigDecimal("59.99"), "scorers", 1, "passMark", 60)).stream()
                .filter(each -> each.rule().equals("rule-passed")).findFirst().orElseThrow();

        assertThat(rule.holds()).isFalse();
        assertThat(rule.outputs()).containsEntry("outcome", "passed");
        assertThat(rule.failures()).extracting(CellTrace::fact).containsExactly("scoreSum");
        assertThat(rule.failures().get(0).condition()).isEqualTo(">= facts.scorers * facts.passMark");
        assertThat(rule.failures().get(0).actual()).isEqualTo(new BigDecimal("59.99"));
    }

    @Test
    void aFactThatIsNotGivenFailsItsCell() {
        List<RuleTrace> rules = DECISIONS.explain("panel-aggregation", Map.of());

        assertThat(rules).noneMatch(RuleTrace::holds);
        assertThat(rules.get(0).failures()).extracting(CellTrace::actual).containsOnlyNulls();
    }

    static Stream<Map<String, Object>> staffing() {
        return Stream.of(
                Map.of("part", "SKILL", "candidates", 16, "scorers", 3, "minutes", 100),
                Map.of("part", "SKILL", "candidates", 16, "scorers", 4, "minutes", 100),
                Map.of("part", "SKILL", "candidates", 16, "scorers", 5, "minutes", 100),
                Map.of("part", "REVIEW", "members", 4, "minutes", 19));
    }

    @ParameterizedTest
    @MethodSource("staffing")
    void theFirstRuleThatHoldsIsTheEnginesAnswer(Map<String, Object> facts) {
        String decision = "staffing-all-media-operator-2023";
        RuleTrace first = DECISIONS.explain(decision, facts).stream().filter(RuleTrace::holds).findFirst().orElseThrow();

        assertThat(first.outputs()).isEqualTo(DECISIONS.single(decision, facts));
    }
}
