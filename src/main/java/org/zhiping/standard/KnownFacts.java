package org.zhiping.standard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What each table of a pack may ask about, and the words that such a fact may have. */
final class KnownFacts {

    static final String CONDITIONS = "eligibility-conditions";
    static final String ELIGIBILITY = "eligibility";
    static final String MATERIALS = "materials";
    static final String PLAN = "assessment-plan";
    static final String STAFFING = "staffing";
    static final List<String> FILES = List.of(ELIGIBILITY, MATERIALS, PLAN, STAFFING);

    /** The staffing table's answers that the forms can point at. */
    static final Set<String> SHORTAGES = Set.of("sufficient", "too-few-invigilators", "room-understaffed", "too-few-scorers",
            "even-scorers", "too-few-members", "even-members", "too-short");
    static final Set<String> OUTCOMES = Set.of(EligibilityAnswer.ELIGIBLE, EligibilityAnswer.UNDETERMINED, EligibilityAnswer.INELIGIBLE);

    private static final List<String> OF_STAFFING = List.of("candidates", "rooms", "scorers", "members", "minutes", "invigilators",
            "fewestInvigilatorsInARoom");

    /** The words of a fact by its name; no words where it is a number or may be anything. */
    private final Map<String, Set<String>> words = new HashMap<>();

    KnownFacts(StandardPack pack, String table) {
        words.put("level", codes(pack.levels().stream().map(Level::code).toList()));
        Set<String> parts = codes(pack.parts().stream().map(Part::code).toList());
        switch (table) {
            case PLAN -> words.put("after", parts);
            case STAFFING -> {
                words.put("part", parts);
                OF_STAFFING.forEach(fact -> words.put(fact, Set.of()));
                parameters(pack);
            }
            default -> {
                words.put("applicantKind", codes(pack.applicantKinds().stream().map(ApplicantKind::code).toList()));
                if (table.equals(MATERIALS)) {
                    words.put("condition", conditions(pack));
                }
                parameters(pack);
                pack.facts().forEach(fact -> FactCheck.ids(fact).forEach(id -> words.put(id, fact.words())));
            }
        }
    }

    /** The ids of conditions, and those that stand for several lettered parts, such as 8.1 for 8.1-a and 8.1-b. */
    static Set<String> conditions(StandardPack pack) {
        Set<String> ids = new TreeSet<>();
        for (Condition condition : pack.conditions()) {
            String id = condition.id();
            ids.add(id);
            for (int dash = id.lastIndexOf('-'); dash > 0; dash = id.lastIndexOf('-', dash - 1)) {
                ids.add(id.substring(0, dash));
            }
        }
        return ids;
    }

    private void parameters(StandardPack pack) {
        pack.parameters().stream().filter(spec -> !spec.perLevel()).forEach(spec -> words.put(spec.id(), switch (spec.type()) {
            case FLAG -> Set.of(ParameterSpec.YES, ParameterSpec.NO);
            case CHOICE -> codes(spec.choices().stream().map(Choice::code).toList());
            default -> Set.of();
        }));
    }

    private static Set<String> codes(List<String> codes) {
        return new TreeSet<>(codes);
    }

    boolean knows(String fact) {
        return words.containsKey(fact);
    }

    Set<String> names() {
        return new TreeSet<>(words.keySet());
    }

    /** The words that this fact may have; empty when any. */
    Optional<Set<String>> words(String fact) {
        return Optional.ofNullable(words.get(fact)).filter(some -> !some.isEmpty());
    }
}
