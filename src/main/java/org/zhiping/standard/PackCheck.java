package org.zhiping.standard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Whether the lines of a pack fit together: codes once, every reference to something that exists. */
final class PackCheck {

    private static final Set<String> CONDUCTED_BY = Set.of(Part.SESSION, Part.PANEL);
    private static final Set<String> RUBRICS = Set.of(Rubric.WORK, Rubric.ITEMS);
    private static final Set<String> FULFILLED_BY = Set.of(MaterialKind.UPLOAD, MaterialKind.PORTRAIT, MaterialKind.APPLICATION);
    private static final Set<String> CONDITION_RULES = Set.of("ANY_ONE_OF", "ALL_OF");

    private final StandardPack pack;
    private final List<String> faults = new ArrayList<>();

    private PackCheck(StandardPack pack) {
        this.pack = pack;
    }

    static List<String> faults(String folder, StandardPack pack) {
        PackCheck check = new PackCheck(pack);
        check.demand(folder.equals("standards/" + pack.standard() + "/" + pack.edition()),
                "standard and edition differ from the folder");
        check.demand(pack.name() != null && pack.title() != null && pack.scoring() != null && pack.origin() != null,
                "name, title, origin and scoring are needed");
        check.codes();
        if (check.faults.isEmpty()) {
            check.references();
            check.functions();
            check.rubrics();
            pack.parameters().forEach(check::parameter);
            check.faults.addAll(EnglishCheck.faults(pack));
        }
        return check.faults;
    }

    private void codes() {
        once("level", pack.levels(), Level::code);
        once("direction", pack.directions(), Direction::code);
        once("part", pack.parts(), Part::code);
        once("condition", pack.conditions(), Condition::id);
        once("material", pack.materials(), MaterialKind::code);
        once("parameter", pack.parameters(), ParameterSpec::id);
        once("clause", pack.clauses(), Clause::number);
        demand(!pack.levels().isEmpty() && !pack.parts().isEmpty() && !pack.conditions().isEmpty(),
                "levels, parts and conditions are needed");
    }

    private <T> void once(String kind, List<T> lines, Function<T, String> code) {
        Set<String> seen = new HashSet<>();
        for (T line : lines) {
            String each = code.apply(line);
            demand(each != null && !each.isBlank(), "a " + kind + " has no code");
            demand(seen.add(each), kind + " " + each + " stands twice");
        }
    }

    private void references() {
        pack.directions().forEach(direction -> levels("direction " + direction.code(), direction.levels()));
        for (Part part : pack.parts()) {
            levels("part " + part.code(), part.levels());
            demand(CONDUCTED_BY.contains(part.conductedBy()), "part " + part.code() + " is conducted by neither session nor panel");
        }
        for (Condition condition : pack.conditions()) {
            demand(condition.level() == null || pack.level(condition.level()).isPresent(),
                    "condition " + condition.id() + " names the unknown level " + condition.level());
            demand(condition.clause() != null && condition.text() != null, "condition " + condition.id() + " needs clause and text");
        }
        for (MaterialKind material : pack.materials()) {
            demand(FULFILLED_BY.contains(material.fulfilledBy()),
                    "material " + material.code() + " is fulfilled by neither upload, portrait nor application");
        }
        pack.staffing().forEach(ratio -> demand(pack.part(ratio.part()).isPresent(), "staffing names the unknown part " + ratio.part()));
        demand(CONDITION_RULES.contains(pack.conditionRule()), "conditionRule is neither ANY_ONE_OF nor ALL_OF");
    }

    private void levels(String holder, Collection<String> levels) {
        demand(!levels.isEmpty(), holder + " has no level");
        levels.forEach(level -> demand(pack.level(level).isPresent(), holder + " names the unknown level " + level));
    }

    private void functions() {
        for (Map.Entry<String, Map<String, List<Integer>>> level : pack.functions().entrySet()) {
            levels("functions", Set.of(level.getKey()));
            Set<Integer> known = new HashSet<>();
            pack.work().stream().filter(work -> level.getKey().equals(work.level())).forEach(work -> known.add(work.number()));
            level.getValue().forEach((direction, numbers) -> {
                demand(direction.equals(StandardPack.ANY_DIRECTION) || pack.direction(direction)
                        .filter(found -> found.levels().contains(level.getKey())).isPresent(),
                        "functions of " + level.getKey() + " name the direction " + direction + ", which has no such level");
                demand(known.containsAll(numbers), "functions of " + level.getKey() + " " + direction + " are not all described");
            });
        }
    }

    private void rubrics() {
        once("rubric item", pack.rubric().stream().flatMap(section -> section.items().stream()).toList(), RubricSection.Item::id);
        for (Part part : pack.parts()) {
            if (part.rubric() != null) {
                demand(RUBRICS.contains(part.rubric()), "part " + part.code() + " is judged by neither work nor items");
                part.levels().forEach(level -> directions(level).forEach(direction ->
                        demand(!Rubric.of(pack, level, direction, part.code()).lines().isEmpty(),
                                "part " + part.code() + " has no rubric at " + (level + " " + direction).strip())));
            }
        }
    }

    private List<String> directions(String level) {
        return pack.directions().isEmpty() ? List.of("") : pack.directionsAt(level).stream().map(Direction::code).toList();
    }

    private void parameter(ParameterSpec spec) {
        demand(spec.type() != null && spec.name() != null && spec.why() != null,
                "parameter " + spec.id() + " needs name, type and why");
        demand((spec.type() == ParameterSpec.Type.CHOICE) == !spec.choices().isEmpty(),
                "parameter " + spec.id() + ": choices belong to the type choice");
        demand((spec.type() == ParameterSpec.Type.WEIGHTS)
                == pack.part(Objects.requireNonNullElse(spec.part(), "")).filter(part -> part.rubric() != null).isPresent(),
                "parameter " + spec.id() + ": weights belong to a part that has a rubric");
        demand(spec.type() != ParameterSpec.Type.WEIGHTS || spec.perLevel() && spec.defaultValue() == null,
                "parameter " + spec.id() + ": weights are set a level and have no default");
        if (spec.pattern() != null) {
            try {
                Pattern.compile(spec.pattern());
            } catch (PatternSyntaxException broken) {
                faults.add("parameter " + spec.id() + " has a broken pattern");
            }
        }
        demand(spec.type() == null || Objects.isNull(spec.defaultValue()) || spec.fault(pack, spec.id(), spec.defaultValue()).isEmpty(),
                "parameter " + spec.id() + " has a default that it does not accept");
    }

    private void demand(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
