package org.zhiping.intake;

import java.time.LocalDate;
import java.util.List;
import org.zhiping.platform.Refusal;

/**
 * May this person be assessed for this level, and by which clause of the standard?
 *
 * @param outcome       eligible, undetermined (a person has to decide something) or ineligible
 * @param referenceDate the day for which years are counted
 * @param questions     what has to be decided by a person before the outcome can be eligible
 * @param unreadable    claims that could not be counted because they are incomplete or wrong
 */
public record Eligibility(String outcome, LocalDate referenceDate, List<Condition> met, List<Miss> misses,
                          List<Question> questions, List<Refusal.Fault> unreadable) {

    public static final String ELIGIBLE = "eligible";
    public static final String UNDETERMINED = "undetermined";
    public static final String INELIGIBLE = "ineligible";

    /**
     * A condition that is met, or may be met.
     *
     * @param open what a person has to settle before an undetermined one is met; else empty
     */
    public record Condition(String condition, String clause, String text, String outcome, List<Gap> open) {
    }

    /**
     * A condition that is not met, and what is missing.
     *
     * @param reachedOn the day on which the condition is met if the present work goes on; null when that alone does not meet it
     */
    public record Miss(String condition, String clause, String text, List<Gap> gaps, LocalDate reachedOn) {
    }

    /**
     * @param missing   by how much, in the language of the request, such as 1 年 3 个月; null when it is no amount
     * @param reachedOn the day on which the gap closes if the person goes on working; null when work alone cannot close it
     */
    public record Gap(String fact, String label, String required, String actual, String missing, LocalDate reachedOn) {
    }

    Eligibility decided(String byTheTables) {
        return new Eligibility(byTheTables, referenceDate, met, misses, questions, unreadable);
    }

    public boolean eligible() {
        return outcome.equals(ELIGIBLE);
    }

    public boolean ineligible() {
        return outcome.equals(INELIGIBLE);
    }
}
