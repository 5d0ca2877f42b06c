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

    /**
     * @param text the condition in the standard's words
     * @param ways the rows of the table by which it could be met, the one that asks least beyond the facts first
     */
    public record Miss(String condition, String clause, String text, List<Way> ways) {

        public List<Gap> gaps() {
            return ways.isEmpty() ? List.of() : ways.get(0).gaps();
        }
    }

    /** @param bounded a number holds now that may grow too large, such as an age */
    public record Way(List<Gap> gaps, boolean bounded) {
    }

    /**
     * A fact that falls short. All texts are in the language of the request.
     *
     * @param atLeast the number that is asked for; null when it is no number, or not one to be reached from below
     */
    public record Gap(String fact, String label, String required, String actual, Integer atLeast) {
    }

    public EligibilityAnswer {
        met = List.copyOf(met);
        misses = List.copyOf(misses);
    }

    public boolean isEligible() {
        return ELIGIBLE.equals(outcome);
    }
}
