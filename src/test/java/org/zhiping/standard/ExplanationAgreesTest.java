package org.zhiping.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiping.platform.process.FileDecisions;

/** The explanation is traced beside the engine; both must come to the same end whatever the facts. */
class ExplanationAgreesTest {

    private static final FileDecisions DECISIONS = new FileDecisions();

    private final Rulebook rulebook = TestStandards.rulebook(DECISIONS);

    static Stream<Path> packs() throws IOException {
        return Files.walk(Path.of("standards"), 2).filter(path -> Files.exists(path.resolve("eligibility.dmn")));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void theTraceAnswersAsTheEngineInEveryCase(Path folder) {
        String edition = folder.getFileName().toString();
        String standard = folder.getParent().getFileName().toString();
        CaseTable cases = TestCases.read(folder.resolve("eligibility.csv"));
        assertThat(cases.rows()).isNotEmpty();
        for (CaseTable.Row each : cases.rows()) {
            Map<String, String> row = each.cells();
            Map<String, Object> facts = facts(row);
            EligibilityAnswer answer = rulebook.eligibility(standard, edition, facts);
            assertThat(answer.outcome()).as(row.get(CaseTable.DESCRIPTION))
                    .isEqualTo(row.get("=outcome")).isEqualTo(rulebook.decidedEligibility(standard, edition, facts));
            assertThat(answer.met().stream().map(EligibilityAnswer.Met::condition).distinct().collect(Collectors.joining(" ")))
                    .as(row.get(CaseTable.DESCRIPTION)).isEqualTo(row.get("=condition"));
        }
    }

    /** Facts that no case has, drawn from the values of all cases column by column. */
    @Test
    void theTraceAnswersAsTheEngineForFactsThatNobodyThoughtOf() {
        CaseTable cases = TestCases.read(Path.of("standards", TestStandards.S2, TestStandards.S2_EDITION, "eligibility.csv"));
        Random random = new Random(20261122);
        int undetermined = 0;
        for (int i = 0; i < 40; i++) {
            Map<String, String> row = new HashMap<>();
            cases.facts().forEach(fact -> row.put(fact, cases.rows().get(random.nextInt(cases.rows().size())).cells().get(fact)));
            Map<String, Object> facts = facts(row);
            String traced = rulebook.eligibility(TestStandards.S2, TestStandards.S2_EDITION, facts).outcome();
            assertThat(traced).as(facts.toString()).isEqualTo(rulebook.decidedEligibility(TestStandards.S2, TestStandards.S2_EDITION, facts));
            undetermined += traced.equals(EligibilityAnswer.INELIGIBLE) ? 0 : 1;
        }
        assertThat(undetermined).isPositive();
    }

    private static Map<String, Object> facts(Map<String, String> row) {
        Map<String, Object> facts = new HashMap<>();
        row.forEach((column, value) -> {
            if (!column.equals(CaseTable.DESCRIPTION) && !column.startsWith(CaseTable.EXPECTED) && !value.isEmpty()) {
                facts.put(column, value.matches("-?\\d+") ? (Object) Integer.valueOf(value) : value);
            }
        });
        return facts;
    }
}
