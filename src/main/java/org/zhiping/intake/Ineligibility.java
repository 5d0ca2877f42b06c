package org.zhiping.intake;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.zhiping.platform.Refusal.Fault;

/** Says why somebody is not, or not yet, eligible: each condition in the standard's words, and what is missing. */
public final class Ineligibility {

    private Ineligibility() {
    }

    /** The first fault states the outcome, each further one is a condition that is open or missed. */
    public static List<Fault> faults(Eligibility eligibility) {
        List<Fault> faults = new ArrayList<>();
        faults.add(new Fault("", eligibility.ineligible() ? "not-eligible" : "eligibility-open", eligibility.referenceDate().toString()));
        faults.addAll(conditions(eligibility));
        return faults;
    }

    /** One for each condition that is open or missed. */
    public static List<Fault> conditions(Eligibility eligibility) {
        List<Fault> faults = new ArrayList<>();
        eligibility.met().stream().filter(condition -> condition.outcome().equals(Eligibility.UNDETERMINED))
                .forEach(condition -> faults.add(new Fault("", "condition-open", condition.clause(), condition.text(), gaps(condition.open()))));
        eligibility.misses().forEach(miss -> faults.add(new Fault("", "condition-missed", miss.clause(), miss.text(), gaps(miss.gaps()),
                miss.reachedOn() == null ? "" : text("intake.condition.reached", miss.reachedOn().toString()))));
        return faults;
    }

    private static DefaultMessageSourceResolvable gaps(List<Eligibility.Gap> gaps) {
        return gaps.stream().map(Ineligibility::gap).reduce((one, other) -> text("intake.gap.and", one, other))
                .map(told -> text("intake.gaps", told)).orElseGet(() -> text("intake.gaps.none"));
    }

    private static DefaultMessageSourceResolvable gap(Eligibility.Gap gap) {
        String missing = gap.missing() == null ? "" : gap.missing();
        return gap.reachedOn() != null ? text("intake.gap.reached", gap.label(), gap.required(), gap.actual(), missing, gap.reachedOn().toString())
                : text(missing.isEmpty() ? "intake.gap" : "intake.gap.missing", gap.label(), gap.required(), gap.actual(), missing);
    }

    private static DefaultMessageSourceResolvable text(String code, Object... args) {
        return new DefaultMessageSourceResolvable(new String[] {code}, args);
    }
}
