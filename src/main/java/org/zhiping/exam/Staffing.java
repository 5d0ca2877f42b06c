package org.zhiping.exam;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Refusal.Fault;
import org.zhiping.standard.Rulebook;

/** Asks the standard's staffing table whether people and time suffice, and how many would. */
@Component
class Staffing {

    private static final String SUFFICIENT = "sufficient";
    private static final int SEARCH_LIMIT = 600;
    private static final int LONG_ENOUGH = 600;

    /** The fact that a shortage is about. The same words name the fields of the forms. */
    private static final Map<String, String> SHORT_OF = Map.of("too-few-invigilators", "invigilators",
            "room-understaffed", "invigilators", "too-few-scorers", "scorers", "even-scorers", "scorers",
            "too-few-members", "members", "even-members", "members", "too-short", "minutes");

    private final Rulebook rulebook;
    private final Rounds rounds;

    Staffing(Rulebook rulebook, Rounds rounds) {
        this.rulebook = rulebook;
        this.rounds = rounds;
    }

    /** A session is held in one room. */
    Map<String, Object> facts(SessionSubject subject, SessionPlan plan, long candidates) {
        Map<String, Object> facts = parameters(subject.standard(), subject.edition(), subject.round());
        facts.putAll(Map.of("part", subject.part(), "level", subject.level(), "candidates", (int) candidates, "rooms", 1,
                "scorers", plan.scorers().size(), "members", 0, "minutes", plan.minutes()));
        facts.putAll(withInvigilators(facts, plan.invigilators().size()));
        return facts;
    }

    Map<String, Object> facts(Application application, String part, PanelPlan plan) {
        Map<String, Object> facts = parameters(application.standard(), application.edition(), application.roundNumber());
        facts.putAll(Map.of("part", part, "level", application.level(), "candidates", 1, "rooms", 1, "scorers", 0,
                "members", plan.members().size(), "minutes", plan.minutes()));
        facts.putAll(withInvigilators(facts, 0));
        return facts;
    }

    private Map<String, Object> parameters(String standard, String edition, String round) {
        return new HashMap<>(rulebook.parameterFacts(standard, edition, rounds.find(round).parameters()));
    }

    /** Names the first shortage together with the number that would do. */
    Optional<Fault> shortage(String standard, String edition, Map<String, Object> facts) {
        String found = rulebook.staffing(standard, edition, facts);
        if (SUFFICIENT.equals(found)) {
            return Optional.empty();
        }
        String field = SHORT_OF.get(found);
        if (field == null) {
            return Optional.of(new Fault("", "staffing-other", found));
        }
        return Optional.of(new Fault(field, "staffing-" + found, facts.get(field), enough(standard, edition, facts, field)));
    }

    /** The smallest panel that would do. */
    String membersNeeded(Application application, String part) {
        Map<String, Object> facts = facts(application, part, new PanelPlan(List.of(), "", Instant.EPOCH, LONG_ENOUGH, ""));
        return enough(application.standard(), application.edition(), facts, "members");
    }

    /** The fewest people that would do for so many candidates in one room, by field of the form. */
    Map<String, String> needed(SessionSubject subject, int candidates) {
        SessionPlan nobody = new SessionPlan(Instant.EPOCH, LONG_ENOUGH, "", null, List.of(), List.of());
        Map<String, Object> facts = facts(subject, nobody, candidates);
        String scorers = enough(subject.standard(), subject.edition(), with(facts, "invigilators", SEARCH_LIMIT), "scorers");
        String invigilators = enough(subject.standard(), subject.edition(), with(facts, "scorers", SEARCH_LIMIT + 1), "invigilators");
        return Map.of("scorers", scorers, "invigilators", invigilators);
    }

    private String enough(String standard, String edition, Map<String, Object> facts, String field) {
        for (int number = (Integer) facts.get(field) + 1; number <= SEARCH_LIMIT; number++) {
            String answer = rulebook.staffing(standard, edition, with(facts, field, number));
            if (!field.equals(SHORT_OF.get(answer))) {
                return String.valueOf(number);
            }
        }
        return "?";
    }

    private static Map<String, Object> with(Map<String, Object> facts, String field, int number) {
        Map<String, Object> changed = new HashMap<>(facts);
        changed.put(field, number);
        return field.equals("invigilators") ? withInvigilators(changed, number) : changed;
    }

    private static Map<String, Object> withInvigilators(Map<String, Object> facts, int number) {
        Map<String, Object> changed = new HashMap<>(facts);
        changed.put("invigilators", number);
        changed.put("fewestInvigilatorsInARoom", number);
        return changed;
    }
}
