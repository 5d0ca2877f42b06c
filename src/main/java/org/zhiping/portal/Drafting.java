package org.zhiping.portal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.ChangedMeanwhile;
import org.zhiping.intake.ClaimMerge;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Difference;
import org.zhiping.intake.Intake;

/**
 * Saves the form of a draft. What somebody else saved since the page was shown is brought together with what was typed; where both
 * changed the same field, nothing is saved and the person is asked. See {@code docs/adr/0014-drafts.md}.
 */
@Component
class Drafting {

    /** How often somebody else may be faster before we give up. */
    private static final int TRIES = 5;

    /**
     * @param application as it is kept
     * @param claims      what the page is to show: what was typed, with what others changed meanwhile
     * @param open        fields that the person has to settle; nothing is saved while there are any
     */
    record Outcome(Application application, Claims claims, List<Difference> open) {

        boolean saved() {
            return open.isEmpty();
        }
    }

    private final Intake intake;

    Drafting(Intake intake) {
        this.intake = intake;
    }

    Outcome save(String account, String caseNumber, ClaimsForm form) {
        Claims mine = form.claims();
        Claims next = mine;
        Integer seen = form.version();
        for (int tries = 1; ; tries++) {
            try {
                return new Outcome(intake.save(account, caseNumber, next, seen), next, List.of());
            } catch (ChangedMeanwhile changed) {
                Claims base = form.base();
                if (base == null || tries == TRIES) {
                    throw changed;
                }
                Application kept = changed.kept();
                ClaimMerge.Merged merged = ClaimMerge.of(form.wasHere(kept.claims()) ? kept.claims() : base, mine, kept.claims(),
                        form.choices(kept.version()));
                if (!merged.differences().isEmpty()) {
                    return new Outcome(kept, mine, merged.differences());
                }
                next = merged.claims();
                seen = kept.version();
            }
        }
    }
}
