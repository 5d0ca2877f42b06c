package org.zhiping.record;

import static org.zhiping.platform.CaseAct.Basis.MODEL;
import static org.zhiping.platform.CaseAct.Basis.MODEL_VERSION;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Role;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.MilestoneReached;
import org.zhiping.platform.BusinessKey;
import org.zhiping.platform.CaseAct;
import org.zhiping.platform.CaseAct.Basis;
import org.zhiping.platform.process.DecisionMade;

/** What features and the engine's decisions tell of a case, as entries of its record. */
@Component
class CaseEvents {

    private static final Set<Milestone> BY_THE_APPLICANT = EnumSet.of(Milestone.SUBMITTED, Milestone.SUPPLEMENTED, Milestone.WITHDRAWN);
    /** The completed task, or the act, says it already, and who did it; a draft is nobody's business yet. */
    private static final Set<Milestone> SAID_OTHERWISE = EnumSet.of(Milestone.ESCALATED, Milestone.PANEL_APPOINTED, Milestone.RESULT_APPROVED,
            Milestone.DRAFT_REMINDED, Milestone.STEP_REDONE);
    private static final String CLAUSE = "clause";
    private static final Set<String> NO_ANSWERS = Set.of(CLAUSE, "condition");
    private static final String PACK_DECISION = "(eligibility|assessment-plan|materials|staffing)-.+";

    private final CaseRecords records;

    CaseEvents(CaseRecords records) {
        this.records = records;
    }

    @EventListener
    void on(CaseAct act) {
        records.add(act);
    }

    /** Before the notice of it, which follows from it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(MilestoneReached reached) {
        if (!SAID_OTHERWISE.contains(reached.milestone())) {
            records.add(milestone(reached.caseNumber(), reached.milestone().name(), reached.applicant(), reached.args()));
        }
    }

    /** One kind for each milestone, named as it is. */
    static CaseAct milestone(String caseNumber, String milestone, String applicant, Map<String, String> args) {
        boolean own = BY_THE_APPLICANT.stream().anyMatch(one -> one.name().equals(milestone));
        return CaseAct.of(caseNumber, milestone.toLowerCase(Locale.ROOT).replace('_', '-'), own ? applicant : null,
                own ? Role.APPLICANT.id() : "", args);
    }

    /** Only case numbers are of interest: what is decided about a session is in the session. */
    @EventListener
    void on(DecisionMade made) {
        if (BusinessKey.isCase(made.businessKey())) {
            Map<String, String> basis = new HashMap<>(Map.of(Basis.DECISION, made.decision(), Basis.DECISION_VERSION, String.valueOf(made.version()),
                    MODEL, made.model(), MODEL_VERSION, String.valueOf(made.modelVersion())));
            basis.put(Basis.RULES, joined(all(made).map(DecisionMade.Rule::id)));
            basis.put(Basis.CLAUSES, joined(all(made).map(rule -> rule.outputs().getOrDefault(CLAUSE, ""))));
            basis.values().removeIf(String::isEmpty);
            String kind = made.decision().matches(PACK_DECISION) ? made.decision().replaceFirst(PACK_DECISION, "$1") : made.decision();
            Map<String, String> details = new HashMap<>();
            details.put("decision", kind);
            Stream<Map.Entry<String, String>> answers = made.rules().stream().flatMap(rule -> rule.outputs().entrySet().stream())
                    .filter(answer -> !NO_ANSWERS.contains(answer.getKey()));
            answers.forEach(answer -> details.merge(answer.getKey(), answer.getValue(), (one, other) -> one.contains(other) ? one : one + " " + other));
            records.add(new CaseAct(List.of(made.businessKey()), "decision-made", null, "", basis, details));
        }
    }

    private static Stream<DecisionMade.Rule> all(DecisionMade made) {
        return Stream.concat(made.rules().stream(), made.grounds().stream());
    }

    private static String joined(Stream<String> words) {
        return words.filter(word -> !word.isEmpty()).distinct().collect(Collectors.joining(" "));
    }
}
