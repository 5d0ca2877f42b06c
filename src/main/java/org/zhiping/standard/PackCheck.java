package org.zhiping.standard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;
import org.zhiping.platform.GivenPattern;

/** Whether the lines of a pack fit together: codes once, every reference to something that exists. */
final class PackCheck {

    private static final Set<String> CONDUCTED_BY = Set.of(Part.SESSION, Part.PANEL);
    private static final Set<String> RUBRICS = Set.of(Rubric.WORK, Rubric.ITEMS);
    private static final Set<String> FULFILLED_BY = Set.of(MaterialKind.UPLOAD, MaterialKind.PORTRAIT, MaterialKind.APPLICATION);
    private static final Set<String> CONDITION_RULES = Set.of("ANY_ONE_OF", "ALL_OF");

    private final StandardPack pack;
    private final List<PackFault> faults = new ArrayList<>();

    private PackCheck(StandardPack pack) {
        this.pack = pack;
    }

    static List<PackFault> faults(StandardPack pack) {
        PackCheck check = new PackCheck(pack);
        check.demand(pack.standard() != null && pack.edition() != null && pack.name() != null && pack.title() != null
                && pack.scoring() != null && pack.origin() != null, "", "head-missing");
        check.codes();
        if (check.faults.isEmpty()) {
            check.references();
            check.functions();
            check.rubrics();
            each("/parameters", pack.parameters(), check::parameter);
            check.faults.addAll(FactCheck.faults(pack));
            check.faults.addAll(EnglishCheck.faults(pack));
        }
        return check.faults;
    }

    private static <T> void each(String path, List<T> lines, BiConsumer<String, T> check) {
        for (int i = 0; i < lines.size(); i++) {
            check.accept(path + "/" + i, lines.get(i));
        }
    }

    private void codes() {
        once("/levels", pack.levels(), Level::code);
        once("/directions", pack.directions(), Direction::code);
        once("/parts", pack.parts(), Part::code);
        once("/conditions", pack.conditions(), Condition::id);
        once("/materials", pack.materials(), MaterialKind::code);
        once("/parameters", pack.parameters(), ParameterSpec::id);
        once("/clauses", pack.clauses(), Clause::number);
        once("/applicantKinds", pack.applicantKinds(), ApplicantKind::code);
        demand(!pack.levels().isEmpty() && !pack.parts().isEmpty() && !pack.conditions().isEmpty(), "", "too-little");
    }

    private <T> void once(String path, List<T> lines, Function<T, String> code) {
        Set<String> seen = new HashSet<>();
        each(path, lines, (at, line) -> {
            String own = code.apply(line);
            if (own == null || own.isBlank()) {
                fault(at, "code-missing");
            } else {
                demand(seen.add(own), at, "code-twice", own);
            }
        });
    }

    private void references() {
        each("/directions", pack.directions(), (at, direction) -> levels(at + "/levels", direction.levels()));
        each("/parts", pack.parts(), (at, part) -> {
            levels(at + "/levels", part.levels());
            among(at + "/conductedBy", CONDUCTED_BY, part.conductedBy());
        });
        each("/conditions", pack.conditions(), (at, condition) -> {
            demand(condition.level() == null || pack.level(condition.level()).isPresent(), at + "/level", "level-unknown", condition.level());
            demand(condition.clause() != null && condition.text() != null, at, "condition-incomplete", condition.id());
        });
        each("/materials", pack.materials(), (at, material) -> among(at + "/fulfilledBy", FULFILLED_BY, material.fulfilledBy()));
        each("/staffing", pack.staffing(), (at, ratio) ->
                demand(pack.part(ratio.part()).isPresent(), at + "/part", "part-unknown", ratio.part()));
        among("/conditionRule", CONDITION_RULES, pack.conditionRule());
    }

    private void among(String at, Set<String> known, String value) {
        demand(value != null && known.contains(value), at, "not-among", value, String.join(", ", known.stream().sorted().toList()));
    }

    private void levels(String at, Collection<String> levels) {
        demand(!levels.isEmpty(), at, "no-level");
        levels.forEach(level -> demand(pack.level(level).isPresent(), at, "level-unknown", level));
    }

    private void functions() {
        pack.functions().forEach((level, byDirection) -> {
            String at = "/functions/" + level;
            levels(at, Set.of(level));
            Set<Integer> known = new HashSet<>();
            pack.work().stream().filter(work -> level.equals(work.level())).forEach(work -> known.add(work.number()));
            byDirection.forEach((direction, numbers) -> {
                demand(direction.equals(StandardPack.ANY_DIRECTION) || pack.direction(direction)
                        .filter(found -> found.levels().contains(level)).isPresent(), at + "/" + direction, "direction-not-at-level", direction, level);
                demand(known.containsAll(numbers), at + "/" + direction, "functions-not-described", level, direction);
            });
        });
    }

    private void rubrics() {
        Set<String> items = new HashSet<>();
        each("/rubric", pack.rubric(), (at, section) -> each(at + "/items", section.items(),
                (itemAt, item) -> demand(items.add(String.valueOf(item.id())), itemAt, "code-twice", item.id())));
        each("/parts", pack.parts(), (at, part) -> {
            if (part.rubric() != null) {
                among(at + "/rubric", RUBRICS, part.rubric());
                part.levels().forEach(level -> directions(level).forEach(direction ->
                        demand(!Rubric.of(pack, level, direction, part.code()).lines().isEmpty(), at + "/rubric", "rubric-empty",
                                part.code(), (level + " " + direction).strip())));
            }
        });
    }

    private List<String> directions(String level) {
        return pack.directions().isEmpty() ? List.of("") : pack.directionsAt(level).stream().map(Direction::code).toList();
    }

    private void parameter(String at, ParameterSpec spec) {
        demand(spec.type() != null && spec.name() != null && spec.why() != null, at, "parameter-incomplete", spec.id());
        demand((spec.type() == ParameterSpec.Type.CHOICE) == !spec.choices().isEmpty(), at, "parameter-choices", spec.id());
        demand((spec.type() == ParameterSpec.Type.WEIGHTS)
                == pack.part(Objects.requireNonNullElse(spec.part(), "")).filter(part -> part.rubric() != null).isPresent(),
                at, "parameter-weights-part", spec.id());
        demand(spec.type() != ParameterSpec.Type.WEIGHTS || spec.perLevel() && spec.defaultValue() == null, at, "parameter-weights-level", spec.id());
        if (spec.pattern() != null && isBroken(spec.pattern())) {
            fault(at + "/pattern", "parameter-pattern", spec.id());
        } else {
            demand(spec.type() == null || spec.type() == ParameterSpec.Type.WEIGHTS || spec.defaultValue() == null
                    || spec.fault(pack, spec.id(), spec.defaultValue()).isEmpty(), at + "/defaultValue", "parameter-default", spec.id());
        }
    }

    private static boolean isBroken(String pattern) {
        try {
            GivenPattern.of(pattern);
            return false;
        } catch (PatternSyntaxException broken) {
            return true;
        }
    }

    private void demand(boolean holds, String at, String code, Object... args) {
        if (!holds) {
            fault(at, code, args);
        }
    }

    private void fault(String at, String code, Object... args) {
        faults.add(new PackFault(at, code, Arrays.stream(args).<Object>map(String::valueOf).toList()));
    }
}
