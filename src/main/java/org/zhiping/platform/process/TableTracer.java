package org.zhiping.platform.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
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

    private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();
    private static final Pattern PLAIN_FACT = Pattern.compile(DecisionModel.FACTS + "\\.(\\w+)");
    private static final String CELL_VALUE = "cellValue";

    private record Column(String fact, String label, String expression) {

        static Column of(Input input) {
            String expression = input.getInputExpression().getText().getTextContent().strip();
            Matcher plain = PLAIN_FACT.matcher(expression);
            return new Column(plain.matches() ? plain.group(1) : expression, input.getLabel(), expression);
        }
    }

    private final List<Column> columns;
    private final List<String> outputs;
    private final Collection<Rule> rules;

    TableTracer(DecisionTable table) {
        columns = table.getInputs().stream().map(Column::of).toList();
        outputs = table.getOutputs().stream().map(Output::getName).toList();
        rules = table.getRules();
    }

    List<RuleTrace> trace(Map<String, ?> facts) {
        VariableContext context = Variables.putValue(DecisionModel.FACTS, facts).asVariableContext();
        List<Object> values = columns.stream().map(column -> FEEL.evaluateSimpleExpression(column.expression(), context)).toList();
        return rules.stream().map(rule -> trace(rule, facts, values)).toList();
    }

    private RuleTrace trace(Rule rule, Map<String, ?> facts, List<Object> values) {
        List<CellTrace> cells = new ArrayList<>();
        Iterator<InputEntry> entries = rule.getInputEntries().iterator();
        for (int i = 0; i < columns.size(); i++) {
            String condition = entries.next().getTextContent().strip();
            if (!condition.isEmpty() && !condition.equals("-")) {
                cells.add(cell(columns.get(i), condition, values.get(i), facts));
            }
        }
        String annotation = rule.getDescription() == null ? "" : rule.getDescription().getTextContent();
        return new RuleTrace(rule.getId(), annotation, cells, outputs(rule, facts));
    }

    private static CellTrace cell(Column column, String condition, Object value, Map<String, ?> facts) {
        VariableContext context = Variables.putValue(DecisionModel.FACTS, facts).putValue(CELL_VALUE, value).asVariableContext();
        boolean holds = FEEL.evaluateSimpleUnaryTests(condition, CELL_VALUE, context);
        return new CellTrace(column.fact(), column.label(), condition, value, holds);
    }

    private Map<String, Object> outputs(Rule rule, Map<String, ?> facts) {
        VariableContext context = Variables.putValue(DecisionModel.FACTS, facts).asVariableContext();
        Map<String, Object> answer = new LinkedHashMap<>();
        Iterator<OutputEntry> entries = rule.getOutputEntries().iterator();
        for (String output : outputs) {
            String expression = entries.next().getTextContent().strip();
            answer.put(output, expression.isEmpty() ? null : FEEL.evaluateSimpleExpression(expression, context));
        }
        return answer;
    }
}
