package org.zhiping.platform.process.model;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.zhiping.platform.process.ParsedFeel;

/**
 * The tables of one file of decisions before they are deployed: what stands where, and what they answer. The file must
 * have passed {@link ModelRules}. Not for use by two threads at once.
 */
public final class TrialTables {

    /** Made once: what many tables have in common is parsed once. */
    private static final FeelEngine FEEL = new ParsedFeel().createInstance();
    private static final Pattern FACT = Pattern.compile("\\bfacts\\.(\\w+)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    /** @param top true when no other decision of the file asks this one */
    public record Table(String decision, boolean top, int line, List<Column> inputs, List<Column> outputs, List<Row> rows) {
    }

    /**
     * @param text   expression of an input, name of an output
     * @param values the words that the column lists; empty when it lists none
     */
    public record Column(String text, String label, List<String> values, int line) {
    }

    public record Row(String id, int number, int line, String annotation, List<Cell> conditions, List<Cell> answers) {
    }

    public record Cell(String text, int line) {

        /** The words in quotes, such as those of {@code "yes", "no"}. */
        public List<String> words() {
            return WORD.matcher(text).results().map(found -> found.group(1)).toList();
        }

        /** True for a cell that is nothing but words in quotes. */
        public boolean isWords() {
            return !text.isEmpty() && WORD.matcher(text).replaceAll("").replace(",", "").isBlank();
        }
    }

    /**
     * @param outputs by decision and output, such as {@code eligibility-x-y.outcome}, what each rule that holds answers
     * @param rules   ids of the rules that hold, led by their decision: {@code eligibility-x-y.rule-1}
     * @param failure what the engine says against the facts; empty when it answers
     */
    public record Answer(Map<String, List<Object>> outputs, Set<String> rules, String failure) {
    }

    private final List<Table> tables;
    private final List<String> expressions;
    private final DmnEngine engine;
    private final DmnDecision top;
    private final Map<String, List<Object>> outputs = new HashMap<>();
    private final Set<String> rules = new LinkedHashSet<>();

    private TrialTables(XmlNode root, byte[] xml) {
        Set<String> required = root.all("dmn:requiredDecision").map(node -> node.attribute("href").replaceFirst("^#", ""))
                .collect(Collectors.toSet());
        tables = root.children("dmn:decision").filter(decision -> decision.child("dmn:decisionTable").isPresent())
                .map(decision -> table(decision, !required.contains(decision.id()))).toList();
        expressions = root.all("dmn:literalExpression").map(TrialTables::text).toList();
        DefaultDmnEngineConfiguration configuration = ParsedFeel.decisions();
        configuration.setFeelEngineFactory(() -> FEEL);
        configuration.getCustomPostDecisionTableEvaluationListeners().add(this::note);
        engine = configuration.buildEngine();
        top = engine.parseDecisions(new ByteArrayInputStream(xml)).stream()
                .filter(decision -> !required.contains(decision.getKey())).findFirst().orElse(null);
    }

    /** @throws IllegalArgumentException when the engine cannot read them */
    public static TrialTables read(byte[] xml) {
        try {
            return new TrialTables(XmlReader.read(xml, XmlReader.DMN), xml);
        } catch (UnreadableModel | RuntimeException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    private static Table table(XmlNode decision, boolean top) {
        XmlNode table = decision.child("dmn:decisionTable").orElseThrow();
        List<Row> rows = new ArrayList<>();
        table.children("dmn:rule").forEach(rule -> rows.add(new Row(rule.id(), rows.size() + 1, rule.line,
                rule.child("dmn:description").map(XmlNode::text).orElse(""), cells(rule, "dmn:inputEntry"), cells(rule, "dmn:outputEntry"))));
        return new Table(decision.id(), top, decision.line,
                table.children("dmn:input").map(input -> column(input, input.path("dmn:inputExpression", "dmn:text").map(XmlNode::text).orElse(""),
                        "dmn:inputValues")).toList(),
                table.children("dmn:output").map(output -> column(output, output.attribute("name"), "dmn:outputValues")).toList(), List.copyOf(rows));
    }

    private static Column column(XmlNode node, String text, String values) {
        return new Column(text, node.attribute("label"), new Cell(node.child(values).map(TrialTables::text).orElse(""), node.line).words(), node.line);
    }

    private static List<Cell> cells(XmlNode rule, String kind) {
        return rule.children(kind).map(entry -> new Cell(text(entry), entry.line)).toList();
    }

    private static String text(XmlNode holder) {
        return holder.child("dmn:text").map(XmlNode::text).orElse("");
    }

    private void note(DmnDecisionTableEvaluationEvent event) {
        String decision = event.getDecision().getKey() + ".";
        event.getMatchingRules().forEach(rule -> {
            rules.add(decision + rule.getId());
            rule.getOutputEntries().forEach((id, output) -> outputs
                    .computeIfAbsent(decision + output.getOutputName(), key -> new ArrayList<>()).add(output.getValue().getValue()));
        });
    }

    public List<Table> tables() {
        return tables;
    }

    /** Expressions that stand outside of tables. */
    public List<String> expressions() {
        return expressions;
    }

    /** Every fact that an expression or a cell reads. */
    public Set<String> facts() {
        Set<String> facts = new LinkedHashSet<>();
        expressions.forEach(text -> facts(text, facts));
        for (Table table : tables) {
            table.inputs().forEach(input -> facts(input.text(), facts));
            table.rows().forEach(row -> {
                row.conditions().forEach(cell -> facts(cell.text(), facts));
                row.answers().forEach(cell -> facts(cell.text(), facts));
            });
        }
        return facts;
    }

    /** The facts that a text reads, such as {@code age} of {@code facts.age}. */
    public static Set<String> factsIn(String text) {
        Set<String> facts = new LinkedHashSet<>();
        facts(text, facts);
        return facts;
    }

    private static void facts(String text, Set<String> facts) {
        Matcher fact = FACT.matcher(text);
        while (fact.find()) {
            facts.add(fact.group(1));
        }
    }

    /** What the topmost table answers to these facts, with all that it asks below it. */
    public Answer answer(Map<String, ?> facts) {
        outputs.clear();
        rules.clear();
        String failure = "";
        try {
            engine.evaluateDecision(Objects.requireNonNull(top), Variables.putValue("facts", facts));
        } catch (RuntimeException refused) {
            failure = Objects.requireNonNullElse(refused.getMessage(), refused.getClass().getSimpleName());
        }
        Map<String, List<Object>> answered = new HashMap<>();
        outputs.forEach((output, values) -> answered.put(output, new ArrayList<>(values)));
        return new Answer(answered, Set.copyOf(rules), failure);
    }
}
