package org.zhiping.standard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InputClause;
import org.camunda.bpm.model.dmn.instance.OutputClause;
import org.camunda.bpm.model.dmn.instance.Rule;

/** One {@code .dmn} file held against the cases beside it, with the plain decision engine. */
final class DecisionFile {

    private static final Pattern FACT = Pattern.compile("facts\\.(\\w+)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    private final DmnModelInstance model;
    private final DmnEngine engine;
    private final DmnDecision top;
    private final Path cases;
    private CaseTable sheet;
    private final Set<String> hit = new HashSet<>();
    private final Map<String, List<Object>> answers = new HashMap<>();

    DecisionFile(Path file) {
        try {
            model = Dmn.readModelFromStream(Files.newInputStream(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(this::note);
        engine = configuration.buildEngine();
        Collection<DmnDecision> decisions = engine.parseDecisions(model);
        Set<String> required = decisions.stream().flatMap(decision -> decision.getRequiredDecisions().stream())
                .map(DmnDecision::getKey).collect(Collectors.toSet());
        top = decisions.stream().filter(decision -> !required.contains(decision.getKey())).findFirst().orElseThrow();
        cases = Path.of(file.toString().replaceAll("\\.dmn$", ".csv"));
    }

    private void note(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().forEach(rule -> {
            hit.add(rule.getId());
            rule.getOutputEntries().forEach((name, output) -> answers
                    .computeIfAbsent(event.getDecision().getKey() + "." + output.getOutputName(), key -> new ArrayList<>())
                    .add(output.getValue().getValue()));
        });
    }

    String decision() {
        return top.getKey();
    }

    /** Read when it is first asked for; that it is missing is a fault. */
    CaseTable sheet() {
        if (sheet == null) {
            sheet = TestCases.read(cases);
        }
        return sheet;
    }

    /** What is wrong with the cases before any is run. */
    List<String> faults() {
        if (!Files.exists(cases)) {
            return List.of(cases + " is missing");
        }
        CaseTable sheet = sheet();
        List<String> faults = new ArrayList<>();
        if (!sheet.header().contains(CaseTable.DESCRIPTION)) {
            faults.add("no column case");
        }
        Set<String> facts = facts();
        sheet.facts().stream().filter(fact -> !facts.contains(fact)).forEach(fact -> faults.add("unknown fact " + fact));
        Set<String> outputs = model.getModelElementsByType(OutputClause.class).stream().map(OutputClause::getName).collect(Collectors.toSet());
        sheet.expected().stream().filter(output -> !outputs.contains(output)).forEach(output -> faults.add("unknown output " + output));
        sheet.rows().forEach(row -> faults.addAll(strangeValues(row.cells())));
        return faults;
    }

    private Set<String> facts() {
        return model.getModelElementsByType(org.camunda.bpm.model.dmn.instance.Text.class).stream()
                .flatMap(text -> FACT.matcher(text.getTextContent()).results()).map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** A value that its column does not list is a slip of the pen, unless the case is about just that. */
    private List<String> strangeValues(Map<String, String> row) {
        List<String> faults = new ArrayList<>();
        for (InputClause input : model.getModelElementsByType(InputClause.class)) {
            Matcher fact = FACT.matcher(input.getInputExpression().getText().getTextContent().strip());
            if (input.getInputValues() != null && fact.matches()) {
                Set<String> allowed = WORD.matcher(input.getInputValues().getText().getTextContent()).results()
                        .map(found -> found.group(1)).collect(Collectors.toSet());
                String value = row.getOrDefault(fact.group(1), "");
                if (!value.isEmpty() && !allowed.contains(value)) {
                    faults.add(row.get(CaseTable.DESCRIPTION) + ": " + fact.group(1) + " cannot be " + value);
                }
            }
        }
        return faults;
    }

    /** What the tables answer, by the names of the expected columns. */
    Map<String, String> answer(Map<String, String> row) {
        Map<String, Object> facts = new HashMap<>();
        sheet().facts().stream().filter(fact -> !row.get(fact).isEmpty()).forEach(fact -> facts.put(fact, value(row.get(fact))));
        answers.clear();
        engine.evaluateDecision(top, Variables.putValue("facts", facts));
        Map<String, String> answer = new HashMap<>();
        sheet().expected().forEach(output -> answer.put(output, words(output)));
        return answer;
    }

    private String words(String output) {
        boolean ofTop = model.<Decision>getModelElementById(top.getKey()).getExpression()
                .getChildElementsByType(org.camunda.bpm.model.dmn.instance.Output.class).stream()
                .anyMatch(each -> each.getName().equals(output));
        return answers.entrySet().stream()
                .filter(entry -> ofTop ? entry.getKey().equals(top.getKey() + "." + output) : entry.getKey().endsWith("." + output))
                .flatMap(entry -> entry.getValue().stream()).filter(Objects::nonNull).map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    private static Object value(String text) {
        if (NUMBER.matcher(text).matches()) {
            return text.contains(".") ? new BigDecimal(text) : (Object) Integer.valueOf(text);
        }
        return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
    }

    /** Rules that no case so far has reached. */
    Set<String> neverHit() {
        return model.getModelElementsByType(Rule.class).stream().map(Rule::getId).filter(rule -> !hit.contains(rule))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
