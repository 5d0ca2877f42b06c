package org.zhiping.platform.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
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
    private static final Pattern LITERAL = Pattern.compile("\"[^\"\\\\]*\"|-?\\d+(\\.\\d+)?|true|false");
    /** A word that is no literal may be a fact, or a function such as today(). */
    private static final Pattern OTHER_NAMES = Pattern.compile("\\p{L}");
    private static final int MOST_VALUES = 200;
    private static final String CELL_VALUE = "cellValue";

    /** @param plain the column is a fact and nothing more */
    private record Column(String fact, String label, String expression, boolean plain) {

        static Column of(Input input) {
            String expression = input.getInputExpression().getText().getTextContent().strip();
            Matcher plain = PLAIN_FACT.matcher(expression);
            return plain.matches() ? new Column(plain.group(1), input.getLabel(), expression, true)
                    : new Column(expression, input.getLabel(), expression, false);
        }
    }

    /**
     * @param place where the cell's outcome is kept while one set of facts is held against the table
     * @param known outcomes by value, for a cell that asks about nothing but its column's value; null for another
     */
    private record Cell(Column column, String condition, int place, Map<Object, Boolean> known) {
    }

    /** @param fixed what the answers are if none of them hangs on the facts; else null */
    private record Line(String id, String annotation, List<Cell> cells, List<String> answers, Map<String, Object> fixed) {
    }

    private final List<String> outputs;
    private final List<Line> lines;
    private final Map<List<Object>, Cell> cells = new HashMap<>();

    TableTracer(DecisionTable table) {
        List<Column> columns = table.getInputs().stream().map(Column::of).toList();
        outputs = table.getOutputs().stream().map(Output::getName).toList();
        Collection<Rule> rules = table.getRules();
        lines = rules.stream().map(rule -> line(rule, columns)).toList();
    }

    private Line line(Rule rule, List<Column> columns) {
        List<Cell> asked = new ArrayList<>();
        Iterator<Column> column = columns.iterator();
        for (InputEntry entry : rule.getInputEntries()) {
            Column of = column.next();
            String condition = entry.getTextContent().strip();
            if (!condition.isEmpty() && !condition.equals("-")) {
                asked.add(cells.computeIfAbsent(List.of(of, condition), key -> new Cell(of, condition, cells.size(), OTHER_NAMES.matcher(LITERAL.matcher(condition).replaceAll("")).find() ? null : new ConcurrentHashMap<>())));
            }
        }
        List<String> answers = rule.getOutputEntries().stream().map(OutputEntry::getTextContent).map(String::strip).toList();
        return new Line(rule.getId(), rule.getDescription() == null ? "" : rule.getDescription().getTextContent(), List.copyOf(asked), answers,
                answers.stream().allMatch(text -> text.isEmpty() || LITERAL.matcher(text).matches())
                        ? new Run(Map.of(), Map.of()).answers(answers) : null);
    }

    /** @param before answers of the tables before this one, by the name of the output */
    List<RuleTrace> trace(Map<String, ?> facts, Map<String, ? extends List<?>> before) {
        Run run = new Run(facts, before);
        return lines.stream().map(run::trace).toList();
    }

    /** One set of facts held against the table; what stands in many rows is evaluated once. */
    private final class Run {

        private final Map<String, ?> facts;
        private final Map<String, ?> before;
        private final Map<String, Object> values = new HashMap<>();
        private final CellTrace[] traced = new CellTrace[cells.size()];

        Run(Map<String, ?> facts, Map<String, ?> before) {
            this.facts = facts;
            this.before = before;
        }

        RuleTrace trace(Line line) {
            List<CellTrace> asked = new ArrayList<>(line.cells().size());
            line.cells().forEach(cell -> asked.add(trace(cell)));
            return new RuleTrace(line.id(), line.annotation(), asked, line.fixed() == null ? answers(line.answers()) : line.fixed());
        }

        private CellTrace trace(Cell cell) {
            if (traced[cell.place()] == null) {
                traced[cell.place()] = held(cell);
            }
            return traced[cell.place()];
        }

        private CellTrace held(Cell cell) {
            Column column = cell.column();
            Object value = column.plain() ? facts.get(column.fact()) : value(column.expression());
            return new CellTrace(column.fact(), column.label(), cell.condition(), value, holds(cell, value));
        }

        /** The same cell says the same to the same value, and people have few different values. */
        private boolean holds(Cell cell, Object value) {
            if (cell.known() == null || value == null || cell.known().size() > MOST_VALUES && !cell.known().containsKey(value)) {
                return asked(cell, value);
            }
            return cell.known().computeIfAbsent(value, key -> asked(cell, key));
        }

        private boolean asked(Cell cell, Object value) {
            return FEEL.evaluateSimpleUnaryTests(cell.condition(), CELL_VALUE, given().putValue(CELL_VALUE, value).asVariableContext());
        }

        private Map<String, Object> answers(List<String> texts) {
            Map<String, Object> answer = new LinkedHashMap<>();
            Iterator<String> text = texts.iterator();
            outputs.forEach(output -> answer.put(output, value(text.next())));
            return answer;
        }

        private Object value(String expression) {
            return expression.isEmpty() ? null
                    : values.computeIfAbsent(expression, key -> FEEL.evaluateSimpleExpression(key, given().asVariableContext()));
        }

        private VariableMap given() {
            VariableMap given = Variables.putValue(DecisionModel.FACTS, facts);
            before.forEach(given::putValue);
            return given;
        }
    }
}
