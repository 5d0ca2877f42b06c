package org.zhiping.standard;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhiping.platform.process.model.TrialTables;
import org.zhiping.platform.process.model.TrialTables.Cell;
import org.zhiping.platform.process.model.TrialTables.Column;
import org.zhiping.platform.process.model.TrialTables.Row;
import org.zhiping.platform.process.model.TrialTables.Table;

/** Holds one file of decisions against its pack and against its own cases. */
final class TableLint {

    private static final Pattern PLAIN = Pattern.compile("facts\\.(\\w+)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    /** What a table of a standard has no use for: it would look at the clock, throw dice, or take its time. */
    private static final Pattern NOT_PLAIN = Pattern.compile(
            "\\b(for|some|every|function|now|today|random number|matches|replace|split|extract|sort|external|context)\\b");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"");
    private static final long MOST_CELLS = 5_000_000;
    private static final String OUTCOME = "outcome";
    private static final String CONDITION = "condition";

    private final StandardPack pack;
    private final String name;
    private final String file;
    private final TrialTables tables;
    private final KnownFacts facts;
    private final PackProblems problems;

    TableLint(StandardPack pack, String name, TrialTables tables, PackProblems problems) {
        this.pack = pack;
        this.name = name;
        this.file = name + ".dmn";
        this.tables = tables;
        this.facts = new KnownFacts(pack, name);
        this.problems = problems;
    }

    void check(Optional<CaseTable> cases) {
        decisions();
        tables.tables().forEach(this::table);
        tables.expressions().forEach(text -> plain(text, 0));
        shape();
        if (problems.hasErrorsIn(file)) {
            return;
        }
        cases.ifPresent(this::cases);
        if (name.equals(KnownFacts.PLAN)) {
            pack.levels().forEach(this::plan);
        }
    }

    private String id(String decision) {
        return decision + "-" + pack.standard() + "-" + pack.edition();
    }

    private void decisions() {
        String ending = id("");
        for (Table table : tables.tables()) {
            if (!table.decision().endsWith(ending)) {
                problems.error(file, table.line(), "decision-id", table.decision(), ending);
            }
        }
        if (tables.tables().stream().noneMatch(table -> table.top() && table.decision().equals(id(name)))) {
            problems.error(file, 0, "decision-missing", id(name));
        }
        if (name.equals(KnownFacts.ELIGIBILITY) && table(id(KnownFacts.CONDITIONS)).isEmpty()) {
            problems.error(file, 0, "decision-missing", id(KnownFacts.CONDITIONS));
        }
    }

    private Optional<Table> table(String decision) {
        return tables.tables().stream().filter(table -> table.decision().equals(decision)).findFirst();
    }

    private void table(Table table) {
        table.inputs().forEach(input -> column(table, input));
        for (Row row : table.rows()) {
            if (row.conditions().size() != table.inputs().size() || row.answers().size() != table.outputs().size()) {
                problems.error(file, row.line(), "row-cells", row.number(), row.id());
                continue;
            }
            for (int i = 0; i < table.inputs().size(); i++) {
                cell(row, table.inputs().get(i), row.conditions().get(i));
            }
            row.answers().forEach(cell -> read(cell.text(), cell.line()));
        }
    }

    private void column(Table table, Column input) {
        plain(input.text(), input.line());
        Set<String> outputs = tables.tables().stream().filter(other -> other != table)
                .flatMap(other -> other.outputs().stream()).map(Column::text).collect(Collectors.toSet());
        if (TrialTables.factsIn(input.text()).isEmpty()
                && outputs.stream().noneMatch(output -> Pattern.compile("\\b" + output + "\\b").matcher(input.text()).find())) {
            problems.error(file, input.line(), "column-no-fact", input.text());
        }
        read(input.text(), input.line());
        fact(input).flatMap(facts::words).ifPresent(known -> input.values().stream().filter(value -> !known.contains(value))
                .forEach(value -> problems.error(file, input.line(), "value-unknown", fact(input).orElse(""), value, String.join(" ", known))));
    }

    private static Optional<String> fact(Column input) {
        Matcher plain = PLAIN.matcher(input.text());
        return plain.matches() ? Optional.of(plain.group(1)) : Optional.empty();
    }

    private void cell(Row row, Column input, Cell cell) {
        read(cell.text(), cell.line());
        plain(cell.text(), cell.line());
        if (cell.isWords()) {
            Optional<Set<String>> known = fact(input).flatMap(facts::words)
                    .or(() -> input.values().isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(input.values())));
            known.ifPresent(some -> cell.words().stream().filter(word -> !some.contains(word))
                    .forEach(word -> problems.error(file, cell.line(), "cell-unknown", row.number(), fact(input).orElse(input.text()), word)));
        }
    }

    private void read(String text, int line) {
        TrialTables.factsIn(text).stream().filter(fact -> !facts.knows(fact))
                .forEach(fact -> problems.error(file, line, "fact-unknown", fact));
    }

    private void plain(String text, int line) {
        Matcher found = NOT_PLAIN.matcher(LITERAL.matcher(text).replaceAll("\"\""));
        if (found.find()) {
            problems.error(file, line, "feel-not-plain", found.group(1));
        }
    }

    private void shape() {
        switch (name) {
            case KnownFacts.ELIGIBILITY -> {
                table(id(name)).ifPresent(top -> answers(top, OUTCOME, KnownFacts.OUTCOMES, true));
                table(id(KnownFacts.CONDITIONS)).ifPresent(this::conditions);
            }
            case KnownFacts.MATERIALS -> table(id(name)).ifPresent(this::materials);
            case KnownFacts.PLAN -> table(id(name)).ifPresent(top -> {
                Set<String> parts = pack.parts().stream().map(Part::code).collect(Collectors.toSet());
                parts.add(Rulebook.NO_MORE_PARTS);
                answers(top, "part", parts, true);
            });
            default -> table(id(name)).ifPresent(this::staffing);
        }
    }

    /** Every row answers with one of these words. */
    private boolean answers(Table table, String output, Set<String> known, boolean needed) {
        int at = index(table, output);
        if (at < 0) {
            problems.error(file, table.line(), "output-missing", table.decision(), output);
            return false;
        }
        for (Row row : table.rows()) {
            Cell cell = row.answers().get(at);
            List<String> words = cell.words().stream().flatMap(text -> Arrays.stream(text.strip().split("\\s+"))).filter(word -> !word.isEmpty()).toList();
            if (needed && words.isEmpty() || !cell.text().isEmpty() && !cell.isWords() && !cell.text().equals("\"\"")) {
                problems.error(file, cell.line(), "answer-no-word", row.number(), output, cell.text());
            }
            words.stream().filter(word -> !known.contains(word))
                    .forEach(word -> problems.error(file, cell.line(), "answer-unknown", row.number(), output, word));
        }
        return true;
    }

    private static int index(Table table, String output) {
        return table.outputs().stream().map(Column::text).toList().indexOf(output);
    }

    private static String word(Table table, Row row, String output) {
        int at = index(table, output);
        return at < 0 || at >= row.answers().size() ? "" : row.answers().get(at).words().stream().findFirst().orElse("");
    }

    private static boolean speaksOf(Table table, Row row, String fact, String word) {
        for (int i = 0; i < Math.min(table.inputs().size(), row.conditions().size()); i++) {
            if (fact(table.inputs().get(i)).filter(fact::equals).isPresent()) {
                Cell cell = row.conditions().get(i);
                if (cell.isWords() && !cell.words().contains(word)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void conditions(Table table) {
        boolean complete = answers(table, CONDITION, KnownFacts.conditions(pack), true);
        complete &= answers(table, OUTCOME, Set.of(EligibilityAnswer.ELIGIBLE, EligibilityAnswer.UNDETERMINED), true);
        if (index(table, "clause") < 0) {
            problems.error(file, table.line(), "output-missing", table.decision(), "clause");
            complete = false;
        }
        if (!complete) {
            return;
        }
        table.rows().forEach(row -> clause(table, row));
        for (Condition condition : pack.conditions()) {
            List<Level> levels = pack.levels().stream().filter(level -> condition.level() == null || level.code().equals(condition.level())).toList();
            levels.stream().filter(level -> table.rows().stream().noneMatch(row -> opens(table, row, level.code(), condition)))
                    .forEach(level -> problems.error(file, table.line(), "condition-without-row", condition.id(), level.code()));
        }
        pack.levels().stream().filter(level -> pack.conditions().stream()
                .noneMatch(condition -> condition.level() == null || condition.level().equals(level.code())))
                .forEach(level -> problems.error(PackFiles.MAIN, 0, "level-without-condition", level.code()));
    }

    private boolean opens(Table table, Row row, String level, Condition condition) {
        String id = word(table, row, CONDITION);
        return (condition.id().equals(id) || condition.id().startsWith(id + "-")) && !id.isEmpty()
                && word(table, row, OUTCOME).equals(EligibilityAnswer.ELIGIBLE) && speaksOf(table, row, "level", level);
    }

    private void clause(Table table, Row row) {
        List<Condition> conditions = pack.conditions(word(table, row, CONDITION));
        String clause = word(table, row, "clause");
        if (conditions.size() == 1 && !clause.equals(conditions.get(0).clause())) {
            problems.error(file, row.line(), "row-clause", row.number(), clause, conditions.get(0).clause());
        }
    }

    private void materials(Table table) {
        Set<String> codes = pack.materials().stream().map(MaterialKind::code).collect(Collectors.toSet());
        answers(table, "material", codes, true);
        answers(table, "anyOf", codes, false);
        int at = index(table, "required");
        if (at < 0) {
            problems.error(file, table.line(), "output-missing", table.decision(), "required");
        } else {
            table.rows().stream().map(row -> Map.entry(row, row.answers().get(at)))
                    .filter(entry -> !Set.of("true", "false").contains(entry.getValue().text()))
                    .forEach(entry -> problems.error(file, entry.getValue().line(), "answer-no-flag", entry.getKey().number(), entry.getValue().text()));
        }
    }

    private void staffing(Table table) {
        if (answers(table, OUTCOME, KnownFacts.SHORTAGES, true)) {
            pack.parts().stream().filter(part -> table.rows().stream()
                    .noneMatch(row -> word(table, row, OUTCOME).equals("sufficient") && speaksOf(table, row, "part", part.code())))
                    .forEach(part -> problems.error(file, table.line(), "part-never-staffed", part.code()));
        }
    }

    /** From nothing behind one to the end, through every part of the level and none twice. */
    private void plan(Level level) {
        Set<String> taken = new HashSet<>();
        String after = "";
        while (true) {
            Set<String> next = new HashSet<>(texts(tables.answer(Map.of("level", level.code(), "after", after)).outputs().get(id(name) + ".part")));
            if (next.size() != 1) {
                problems.error(file, 0, next.isEmpty() ? "plan-stops" : "plan-forks", level.code(), after);
                return;
            }
            String part = next.iterator().next();
            if (part.equals(Rulebook.NO_MORE_PARTS)) {
                break;
            }
            if (!taken.add(part)) {
                problems.error(file, 0, "plan-circles", level.code(), part);
                return;
            }
            after = part;
        }
        Set<String> own = pack.parts().stream().filter(part -> part.levels().contains(level.code())).map(Part::code).collect(Collectors.toSet());
        own.stream().filter(part -> !taken.contains(part)).forEach(part -> problems.error(file, 0, "plan-misses", level.code(), part));
        taken.stream().filter(part -> !own.contains(part)).forEach(part -> problems.error(file, 0, "plan-stranger", level.code(), part));
    }

    private void cases(CaseTable cases) {
        String csv = name + ".csv";
        Set<String> outputs = tables.tables().stream().flatMap(table -> table.outputs().stream()).map(Column::text).collect(Collectors.toSet());
        cases.expected().stream().filter(output -> !outputs.contains(output)).forEach(output -> problems.error(csv, 1, "csv-output", output));
        Set<String> asked = tables.facts();
        cases.facts().stream().filter(fact -> !asked.contains(fact)).forEach(fact -> problems.error(csv, 1, "csv-fact", fact));
        long cells = tables.tables().stream().mapToLong(table -> (long) table.rows().size() * Math.max(1, table.inputs().size())).sum();
        if (cells * cases.rows().size() > MOST_CELLS) {
            problems.error(csv, 0, "csv-too-much", cases.rows().size(), cells);
        }
        if (problems.hasErrorsIn(csv)) {
            return;
        }
        Set<String> hit = new HashSet<>();
        cases.rows().forEach(row -> oneCase(csv, cases, row, hit));
        for (Table table : tables.tables()) {
            table.rows().stream().filter(row -> !hit.contains(table.decision() + "." + row.id()))
                    .forEach(row -> problems.error(file, row.line(), "row-never-hit", row.number(), row.id(), csv));
        }
    }

    private void oneCase(String csv, CaseTable cases, CaseTable.Row row, Set<String> hit) {
        Map<String, Object> given = new HashMap<>();
        for (String fact : cases.facts()) {
            String text = row.cells().get(fact);
            if (!text.isEmpty()) {
                given.put(fact, value(text));
                facts.words(fact).filter(known -> !known.contains(text))
                        .ifPresent(known -> problems.error(csv, row.line(), "csv-value", fact, text, String.join(" ", known)));
            }
        }
        TrialTables.Answer answer = tables.answer(given);
        hit.addAll(answer.rules());
        if (!answer.failure().isEmpty()) {
            problems.error(csv, row.line(), "csv-fails", row.description(), answer.failure());
            return;
        }
        for (String output : cases.expected()) {
            String found = String.join(" ", texts(answered(answer, output)));
            String wanted = row.cells().get(CaseTable.EXPECTED + output);
            if (!found.equals(wanted)) {
                problems.error(csv, row.line(), "csv-otherwise", row.description(), output, wanted.isEmpty() ? "-" : wanted, found.isEmpty() ? "-" : found);
            }
        }
    }

    /** The topmost table's output of this name, else that of the tables below. */
    private List<Object> answered(TrialTables.Answer answer, String output) {
        boolean ofTop = tables.tables().stream().filter(Table::top).anyMatch(table -> index(table, output) >= 0);
        return tables.tables().stream().filter(table -> table.top() || !ofTop)
                .flatMap(table -> answer.outputs().getOrDefault(table.decision() + "." + output, List.of()).stream()).toList();
    }

    private static List<String> texts(List<Object> values) {
        return values == null ? List.of() : values.stream().filter(Objects::nonNull).map(Object::toString).toList();
    }

    private static Object value(String text) {
        if (NUMBER.matcher(text).matches()) {
            return text.contains(".") ? new BigDecimal(text) : (Object) new BigDecimal(text).intValue();
        }
        return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
    }
}
