package org.zhiping.standard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhiping.platform.Language;
import org.zhiping.platform.process.RuleTrace;
import org.zhiping.platform.process.RuleTrace.CellTrace;

/** Turns the traced rows of an eligibility table into an answer that people can act on. */
final class Eligibility {

    private static final String LEVEL = "level";

    private final StandardPack pack;
    private final FactTexts texts;
    private final Map<String, ?> facts;

    Eligibility(StandardPack pack, FactTexts texts, Map<String, ?> facts) {
        this.pack = pack;
        this.texts = texts;
        this.facts = facts;
    }

    EligibilityAnswer answer(String outcome, List<RuleTrace> rules) {
        List<EligibilityAnswer.Met> met = new ArrayList<>();
        List<EligibilityAnswer.Miss> misses = new ArrayList<>();
        ofThisLevel(rules).forEach((condition, rows) -> rows.stream().filter(RuleTrace::holds).min(Comparator.comparing(row -> !output(row, "outcome").equals(EligibilityAnswer.ELIGIBLE))).ifPresentOrElse(
                row -> met.add(met(condition, row, rows)), () -> misses.add(miss(condition, rows))));
        return new EligibilityAnswer(outcome, met, misses);
    }

    private Map<String, List<RuleTrace>> ofThisLevel(List<RuleTrace> rules) {
        return rules.stream()
                .filter(rule -> rule.cells().stream().filter(cell -> cell.fact().equals(LEVEL)).allMatch(CellTrace::holds))
                .collect(Collectors.groupingBy(rule -> output(rule, "condition"), LinkedHashMap::new, Collectors.toList()));
    }

    private EligibilityAnswer.Met met(String condition, RuleTrace row, List<RuleTrace> rows) {
        String outcome = output(row, "outcome");
        return new EligibilityAnswer.Met(condition, clause(row), outcome,
                outcome.equals(EligibilityAnswer.ELIGIBLE) ? List.of() : gaps(rows));
    }

    private EligibilityAnswer.Miss miss(String condition, List<RuleTrace> rows) {
        String text = pack.conditionText(condition, Language.now());
        return new EligibilityAnswer.Miss(condition, clause(rows.get(0)), text, ways(rows).toList());
    }

    /** What the facts lack for the row that asks least beyond them. */
    private List<EligibilityAnswer.Gap> gaps(List<RuleTrace> rows) {
        return ways(rows).findFirst().map(EligibilityAnswer.Way::gaps).orElse(List.of());
    }

    private Stream<EligibilityAnswer.Way> ways(List<RuleTrace> rows) {
        return rows.stream().filter(row -> output(row, "outcome").equals(EligibilityAnswer.ELIGIBLE))
                .sorted(Comparator.comparingInt(row -> row.failures().size()))
                .map(row -> new EligibilityAnswer.Way(row.failures().stream().map(cell -> texts.gap(pack, cell, facts)).toList(),
                        row.cells().stream().anyMatch(cell -> cell.holds() && FactTexts.isBounded(cell))));
    }

    private static String clause(RuleTrace rule) {
        return ClauseNumber.in(output(rule, "clause"), Language.now());
    }

    private static String output(RuleTrace rule, String name) {
        return String.valueOf(rule.outputs().get(name));
    }
}
