package org.zhiping.standard;

import java.util.List;

/**
 * Whether the facts open this level, and by what.
 *
 * @param outcome {@code eligible}, {@code undetermined} (a person has to answer something first) or {@code ineligible}
 * @param met     conditions that are met, or would be if the open questions are answered in favour
 * @param misses  every other condition of the level
 */
public record EligibilityAnswer(String outcome, List<Met> met, List<Miss> misses) {

    public static final String ELIGIBLE = "eligible";
    public static final String UNDETERMINED = "undetermined";
    public static final String INELIGIBLE = "ineligible";

    /** @param open what a person has to settle before an {@code undetermined} condition counts; else empty */
    public record Met(String condition, String clause, String outcome, List<Gap> open) {
    }

    /** @param text the condition in the standard's words */
    public record Miss(String condition, String clause, String text, List<Gap> gaps) {
    }

    /** A fact that falls short; all but {@code fact} are in the language of the request. */
    public record Gap(String fact, String label, String required, String actual) {
    }

    public EligibilityAnswer {
        met = List.copyOf(met);
        misses = List.copyOf(misses);
    }

    public boolean isEligible() {
        return ELIGIBLE.equals(outcome);
    }
}
