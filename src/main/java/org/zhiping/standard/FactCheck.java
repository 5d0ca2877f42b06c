package org.zhiping.standard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Whether the facts of a pack can be computed, and whether its tables ask for them and for nothing else. */
final class FactCheck {

    /** Known about every application, whatever the standard. */
    private static final Set<String> BUILT_IN = Set.of("level", "applicantKind", "condition");
    private static final Set<String> NATIONAL_LEVELS = Set.of("LEVEL_5", "LEVEL_4", "LEVEL_3", "LEVEL_2", "LEVEL_1");
    private static final Set<String> RANKS = Set.of("JUNIOR", "INTERMEDIATE", "SENIOR");
    private static final Set<String> TITLE_KINDS = Set.of("title", "professional-qualification");
    private static final Set<String> GRADUATIONS = Set.of("graduated", "final-year", "enrolled");
    private static final Set<String> OCCUPATIONS = Set.of(FactSpec.THIS, FactSpec.RELATED, FactSpec.ANY);
    private static final Set<String> COUNTS = Set.of(FactSpec.CUMULATIVE, FactSpec.CONTINUOUS);
    private static final Set<String> OBTAINED = Set.of(FactSpec.CERTIFICATE, FactSpec.TITLE);
    private static final Pattern ASKED = Pattern.compile("\\bfacts\\.([A-Za-z_]\\w*)");
    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9]*");

    private final StandardPack pack;
    private final List<PackFault> faults = new ArrayList<>();
    private final Map<String, FactSpec> above = new LinkedHashMap<>();
    private String place = "";

    private FactCheck(StandardPack pack) {
        this.pack = pack;
    }

    /** What is wrong with the lines of {@code facts:}. */
    static List<PackFault> faults(StandardPack pack) {
        FactCheck check = new FactCheck(pack);
        for (int i = 0; i < pack.facts().size(); i++) {
            check.place = "/facts/" + i;
            check.line(pack.facts().get(i));
        }
        return check.faults;
    }

    /**
     * Facts that nobody asks for.
     *
     * @param tables the decision files of the pack, as XML
     */
    static List<PackFault> unused(StandardPack pack, Collection<String> tables) {
        Set<String> used = new HashSet<>();
        tables.forEach(table -> ASKED.matcher(table).results().map(hit -> hit.group(1)).forEach(used::add));
        pack.facts().forEach(fact -> used.addAll(references(fact)));
        return pack.facts().stream().filter(fact -> ids(fact).stream().noneMatch(used::contains))
                .map(fact -> PackFault.at("/facts/" + pack.facts().indexOf(fact), "fact-unused", String.valueOf(fact.id()))).toList();
    }

    /** The fact and its twin, if it has one. */
    static List<String> ids(FactSpec fact) {
        return fact.hasTwin() ? List.of(fact.id(), fact.id() + FactSpec.POSSIBLE) : List.of(String.valueOf(fact.id()));
    }

    private static List<String> references(FactSpec fact) {
        List<String> named = new ArrayList<>(fact.when().keySet());
        for (String reference : new String[] {fact.after(), fact.before(), fact.of()}) {
            if (reference != null) {
                named.add(reference);
            }
        }
        return named;
    }

    private void line(FactSpec fact) {
        demand(fact.id() != null && ID.matcher(fact.id()).matches() && !BUILT_IN.contains(fact.id()), "fact-id", fact.id(), listed(BUILT_IN));
        demand(fact.name() != null, "fact-needs", fact.id(), "name");
        boolean known = fact.kind() != null && FactSpec.SETTINGS.containsKey(fact.kind());
        demand(known, "fact-kind", fact.id(), fact.kind(), listed(FactSpec.SETTINGS.keySet()));
        if (known) {
            settings(fact);
            values(fact);
            references(fact).forEach(reference -> demand(above.containsKey(reference), "fact-above", fact.id(), reference));
        }
        ids(fact).forEach(id -> demand(above.put(id, fact) == null, "fact-twice", id));
    }

    private void settings(FactSpec fact) {
        Set<String> allowed = FactSpec.SETTINGS.get(fact.kind());
        Set<String> given = given(fact);
        given.stream().filter(setting -> !allowed.contains(setting) && !allowed.contains("!" + setting)).sorted()
                .forEach(setting -> demand(false, "fact-setting", fact.id(), setting, fact.kind()));
        allowed.stream().filter(setting -> setting.startsWith("!") && !given.contains(setting.substring(1))).sorted()
                .forEach(setting -> demand(false, "fact-needs", fact.id(), setting.substring(1)));
    }

    private static Set<String> given(FactSpec fact) {
        Map<String, Boolean> settings = new LinkedHashMap<>();
        settings.put("levels", !fact.levels().isEmpty());
        settings.put("ranks", !fact.ranks().isEmpty());
        settings.put("kinds", !fact.kinds().isEmpty());
        settings.put("orAbove", fact.orAbove());
        settings.put("occupations", fact.occupations() != null);
        settings.put("after", fact.after() != null);
        settings.put("before", fact.before() != null);
        settings.put("of", fact.of() != null);
        settings.put("count", fact.count() != null);
        settings.put("countBy", fact.countBy() != null);
        settings.put("aspect", fact.aspect() != null);
        settings.put("graduations", !fact.graduations().isEmpty());
        settings.put("relatedMajor", fact.relatedMajor());
        settings.put("parameter", fact.parameter() != null);
        settings.put("when", !fact.when().isEmpty());
        settings.put("question", fact.question() != null);
        settings.put("questionEn", fact.questionEn() != null);
        settings.put("ifYes", fact.ifYes() != null);
        settings.put("ifNo", fact.ifNo() != null);
        Set<String> given = new LinkedHashSet<>();
        settings.forEach((setting, there) -> {
            if (there) {
                given.add(setting);
            }
        });
        return given;
    }

    private void values(FactSpec fact) {
        Set<String> levels = new TreeSet<>(NATIONAL_LEVELS);
        pack.levels().forEach(level -> levels.add(level.code()));
        each(fact, "levels", fact.levels(), levels);
        each(fact, "ranks", fact.ranks(), RANKS);
        each(fact, "kinds", fact.kinds(), TITLE_KINDS);
        each(fact, "graduations", fact.graduations(), GRADUATIONS);
        one(fact, "occupations", fact.occupations(), OCCUPATIONS);
        one(fact, "count", fact.count(), COUNTS);
        one(fact, "aspect", fact.aspect(), FactSpec.ASPECTS.keySet());
        Set<String> parameters = new TreeSet<>();
        pack.parameters().forEach(spec -> parameters.add(spec.id()));
        one(fact, "parameter", fact.parameter(), parameters);
        one(fact, "countBy", fact.countBy(), parameters);
        demand(fact.count() == null || fact.countBy() == null, "fact-both", fact.id(), "count", "countBy");
        demand(fact.after() == null || !fact.after().equals(fact.before()), "fact-both", fact.id(), "after", "before");
        for (String obtained : new String[] {fact.after(), fact.before(), fact.kind().equals(FactSpec.HELD_YEARS) ? fact.of() : null}) {
            demand(obtained == null || !above.containsKey(obtained) || OBTAINED.contains(above.get(obtained).kind()),
                    "fact-not-obtained", fact.id(), obtained);
        }
    }

    private void each(FactSpec fact, String setting, List<String> values, Set<String> known) {
        values.forEach(value -> one(fact, setting, value, known));
    }

    private void one(FactSpec fact, String setting, String value, Set<String> known) {
        demand(value == null || known.contains(value), "fact-value", fact.id(), setting, value, listed(known));
    }

    private static String listed(Set<String> words) {
        return String.join(", ", new TreeSet<>(words));
    }

    private void demand(boolean holds, String code, Object... args) {
        if (!holds) {
            faults.add(PackFault.at(place, code, Arrays.stream(args).map(String::valueOf).toArray()));
        }
    }
}
