package org.zhiping.platform.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.zhiping.platform.process.RuleTrace.CellTrace;

/** Goes through a decision table cell by cell with the engine's own FEEL, for the engine only says which rules hold. */
final class TableTracer {

    private static final FeelEngine FEEL = new ParsedFeel().createInstance();
    private static final Pattern PLAIN_FACT = Pattern.compile(DecisionModel.FACTS + "\\.(\\w+)");
    private static final String CELL_VALUE = "cellValue";

    private record Column(String fact, String label, String expression) {

        static Column of(Input input) {
            String expression = input.getInputExpression().getText().getTextContent().strip();
            Matcher plain = PLAIN_FACT.matcher(expression);
            return new Column(plain.matches() ? plain.group(1) : expression, input.getLabel(), expression);
        }
    }

    private record Line(String id, String annotation, List<String> conditions, List<String> answers) {

        static Line of(Rule rule) {
            return new Line(rule.getId(), rule.getDescription() == null ? "" : rule.getDescription().getTextContent(),
                    rule.getInputEntries().stream().map(InputEntry::getTextContent).map(String::strip).toList(),
                    rule.getOutputEntries().stream().map(OutputEntry::getTextContent).map(String::strip).toList());
        }
    }

    private final List<Column> columns;
    private final List<String> outputs;
    private final List<Line> lines;

    TableTracer(DecisionTable table) {
        columns = table.getInputs().stream().map(Column::of).toList();
        outputs = table.getOutputs().stream().map(Output::getName).toList();
        Collection<Rule> rules = table.getRules();
        lines = rules.stream().map(Line::of).toList();
    }

    List<RuleTrace> trace(Map<String, ?> facts) {
        Run run = new Run(facts);
        return lines.stream().map(run::trace).toList();
    }

    /** One set of facts held against the table; what stands in many rows is evaluated once. */
    private final class Run {

        private final Map<String, ?> facts;
        private final VariableContext context;
        private final Map<String, Object> values = new HashMap<>();
        private final List<Map<String, CellTrace>> cells = new ArrayList<>();

        Run(Map<String, ?> facts) {
            this.facts = facts;
            context = Variables.putValue(DecisionModel.FACTS, facts).asVariableContext();
            columns.forEach(column -> cells.add(new HashMap<>()));
        }

        RuleTrace trace(Line line) {
            List<CellTrace> asked = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                String condition = line.conditions().get(i);
                Column column = columns.get(i);
                if (!condition.isEmpty() && !condition.equals("-")) {
                    asked.add(cells.get(i).computeIfAbsent(condition, key -> cell(column, key)));
                }
            }
            Map<String, Object> answer = new LinkedHashMap<>();
            Iterator<String> answers = line.answers().iterator();
            outputs.forEach(output -> answer.put(output, value(answers.next())));
            return new RuleTrace(line.id(), line.annotation(), asked, answer);
        }

        private CellTrace cell(Column column, String condition) {
            Object value = value(column.expression());
            boolean holds = FEEL.evaluateSimpleUnaryTests(condition, CELL_VALUE,
                    Variables.putValue(DecisionModel.FACTS, facts).putValue(CELL_VALUE, value).asVariableContext());
            return new CellTrace(column.fact(), column.label(), condition, value, holds);
        }

        private Object value(String expression) {
            return expression.isEmpty() ? null
                    : values.computeIfAbsent(expression, key -> FEEL.evaluateSimpleExpression(key, context));
        }
    }
}
