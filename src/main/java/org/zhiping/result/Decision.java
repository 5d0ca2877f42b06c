package org.zhiping.result;

import java.time.Instant;

/**
 * What the approver said of a proposed result.
 *
 * @param reason why it was sent back, or empty
 * @param answer what the verifier answered to a result sent back, or null
 * @param voidedAt when it was declared void; null while it stands
 */
public record Decision(boolean approved, Assessment assessment, String reason, String by, Instant at, String answer,
                       String answeredBy, Instant voidedAt) {

    /** The three questions 完整性、符合性、正确性. */
    public record Assessment(boolean completeness, boolean conformity, boolean correctness) {

        boolean allYes() {
            return completeness && conformity && correctness;
        }
    }

    static Decision approved(Assessment assessment, String by, Instant at) {
        return new Decision(true, assessment, "", by, at, null, null, null);
    }

    static Decision sentBack(Assessment assessment, String reason, String by, Instant at) {
        return new Decision(false, assessment, reason, by, at, null, null, null);
    }

    Decision answered(String text, String person) {
        return new Decision(approved, assessment, reason, by, at, text, person, voidedAt);
    }

    Decision voided(Instant now) {
        return new Decision(approved, assessment, reason, by, at, answer, answeredBy, now);
    }
}
