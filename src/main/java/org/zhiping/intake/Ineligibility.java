package org.zhiping.intake;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.zhiping.platform.Refusal.Fault;

/** Says why somebody is not eligible: each condition in the standard's words, and what is missing. */
public final class Ineligibility {

    private Ineligibility() {
    }

    /** The first fault states the outcome, each further one is a condition that is not met. */
    public static List<Fault> faults(Eligibility eligibility) {
        List<Fault> faults = new ArrayList<>();
        faults.add(new Fault("", eligibility.ineligible() ? "not-eligible" : "eligibility-open", eligibility.referenceDate().toString()));
        eligibility.misses().forEach(miss -> faults.add(new Fault("", "condition-missed", miss.clause(), miss.text(), gaps(miss))));
        return faults;
    }

    private static DefaultMessageSourceResolvable gaps(Eligibility.Miss miss) {
        DefaultMessageSourceResolvable told = null;
        for (Eligibility.Gap gap : miss.gaps()) {
            DefaultMessageSourceResolvable one = gap.reachedOn() == null
                    ? text("intake.gap", gap.label(), gap.required(), gap.actual())
                    : text("intake.gap.reached", gap.label(), gap.required(), gap.actual(), gap.reachedOn().toString());
            told = told == null ? one : text("intake.gap.and", told, one);
        }
        return told == null ? text("intake.gap.none") : told;
    }

    private static DefaultMessageSourceResolvable text(String code, Object... args) {
        return new DefaultMessageSourceResolvable(new String[] {code}, args);
    }
}
