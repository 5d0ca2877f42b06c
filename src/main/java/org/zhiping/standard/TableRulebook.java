package org.zhiping.standard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Decisions;
import org.zhiping.platform.process.RuleTrace;

/** The rulebook on the packs and the decision tables in force. */
@Component
class TableRulebook implements Rulebook {

    private final Packs packs;
    private final Decisions decisions;
    private final FactTexts texts;

    TableRulebook(Packs packs, Decisions decisions, FactTexts texts) {
        this.packs = packs;
        this.decisions = decisions;
        this.texts = texts;
    }

    @Override
    public void checkCombination(String standard, String edition, String level, String direction) {
        StandardPack pack = packs.find(standard, edition);
        Level chosen = pack.level(level).orElseThrow(() -> Refusal.invalid("level", "level-unknown"));
        boolean none = direction == null || direction.isEmpty();
        if (none && pack.directions().isEmpty()) {
            return;
        }
        if (none) {
            throw Refusal.invalid("direction", "direction-missing");
        }
        Direction asked = pack.direction(direction).orElseThrow(() -> Refusal.invalid("direction", "direction-unknown"));
        if (!asked.levels().contains(level)) {
            throw Refusal.invalid("direction", "direction-not-at-level", name(asked), name(chosen));
        }
    }

    private static String name(Named named) {
        return named.in(Language.now());
    }

    @Override
    public EligibilityAnswer eligibility(String standard, String edition, Map<String, ?> facts) {
        List<RuleTrace> rules = decisions.explain(decision("eligibility-conditions", standard, edition), facts);
        Map<String, List<Object>> conditions = new HashMap<>();
        rules.stream().filter(RuleTrace::holds).forEach(rule -> rule.outputs()
                .forEach((output, value) -> conditions.computeIfAbsent(output, key -> new ArrayList<>()).add(value)));
        conditions.putIfAbsent("outcome", List.of());
        String outcome = decisions.explain(decision("eligibility", standard, edition), facts, conditions).stream().filter(RuleTrace::holds)
                .map(rule -> rule.outputs().get("outcome").toString()).findFirst().orElse(EligibilityAnswer.INELIGIBLE);
        return new Eligibility(packs.find(standard, edition), texts, facts).answer(outcome, rules);
    }

    @Override
    public String decidedEligibility(String standard, String edition, Map<String, ?> facts) {
        return one(decision("eligibility", standard, edition), facts, "outcome");
    }

    @Override
    public String eligibilityTable(String standard, String edition) {
        return decisions.version(decision("eligibility-conditions", standard, edition));
    }

    @Override
    public List<RequiredMaterial> materials(String standard, String edition, Map<String, ?> facts) {
        StandardPack pack = packs.find(standard, edition);
        return decisions.all(decision("materials", standard, edition), facts).stream().map(row -> {
            String code = (String) row.get("material");
            String clause = pack.material(code).map(MaterialKind::clause).orElse(null);
            return new RequiredMaterial(code, words((String) row.get("anyOf")), Boolean.TRUE.equals(row.get("required")),
                    ClauseNumber.in(clause, Language.now()));
        }).toList();
    }

    private static List<String> words(String text) {
        return text == null || text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
    }

    @Override
    public List<String> parts(String standard, String edition, String level) {
        StandardPack pack = packs.find(standard, edition);
        List<String> parts = new ArrayList<>();
        String next = part(pack, level, "");
        while (!next.equals(NO_MORE_PARTS)) {
            if (parts.contains(next)) {
                throw new IllegalStateException("The assessment plan of " + standard + " repeats " + next);
            }
            parts.add(next);
            next = part(pack, level, next);
        }
        return parts;
    }

    private String part(StandardPack pack, String level, String after) {
        return one(decision("assessment-plan", pack.standard(), pack.edition()), Map.of("level", level, "after", after), "part");
    }

    @Override
    public String conductedBy(String standard, String edition, String part) {
        return packs.find(standard, edition).part(part).map(Part::conductedBy)
                .orElseThrow(() -> Refusal.invalid("part", "part-unknown"));
    }

    @Override
    public String staffing(String standard, String edition, Map<String, ?> facts) {
        return one(decision("staffing", standard, edition), facts, "outcome");
    }

    @Override
    public List<String> missingParameters(String standard, String edition, List<String> levels, Map<String, String> values) {
        return Parameters.missing(packs.find(standard, edition), levels, values);
    }

    @Override
    public List<Refusal.Fault> parameterFaults(String standard, String edition, List<String> levels, Map<String, String> values) {
        return Parameters.faults(packs.find(standard, edition), levels, values);
    }

    @Override
    public Map<String, Object> parameterFacts(String standard, String edition, Map<String, String> values) {
        return Parameters.facts(packs.find(standard, edition), values);
    }

    @Override
    public Rubric rubric(String standard, String edition, String level, String direction, String part, Map<String, String> values) {
        StandardPack pack = packs.find(standard, edition);
        Rubric rubric = Rubric.of(pack, level, direction, part);
        return Parameters.weights(pack, level, direction, part, values).map(rubric::weighing).orElse(rubric);
    }

    @Override
    public Scale scale(String standard, String edition, Map<String, String> values) {
        StandardPack pack = packs.find(standard, edition);
        Map<String, Object> facts = Parameters.facts(pack, values);
        Scoring fixed = pack.scoring();
        return new Scale(fixed.scaleMax() != null ? fixed.scaleMax() : (BigDecimal) facts.get("scaleMax"),
                fixed.passMark() != null ? fixed.passMark() : (BigDecimal) facts.get("passMark"),
                ((BigDecimal) facts.get("scoreDecimals")).intValueExact());
    }

    private String one(String decision, Map<String, ?> facts, String output) {
        Object value = decisions.single(decision, facts).get(output);
        if (value == null) {
            throw new IllegalStateException("The decision " + decision + " has no rule for these facts");
        }
        return value.toString();
    }

    private static String decision(String name, String standard, String edition) {
        return name + "-" + standard + "-" + edition;
    }
}
