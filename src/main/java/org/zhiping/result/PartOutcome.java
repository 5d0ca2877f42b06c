package org.zhiping.result;

import java.time.Instant;

/** How a part ended: {@code passed}, {@code failed}, {@code absent} or {@code disciplined}. */
public record PartOutcome(String part, String outcome, Instant recordedAt) {

    static final String PASSED = "passed";

    boolean passed() {
        return outcome.equals(PASSED);
    }
}
