package org.zhiping.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One look at the materials of a case: from submission, or from a supplement, to acceptance or return.
 *
 * @param number    1 for the first
 * @param reviewer  account id of the officer who last saved it; null before
 * @param outcome   accepted or returned; null while it is open
 * @param reason    of the return or escalation, else empty
 * @param corrections value by fact id where the reviewer found other than what was claimed
 * @param answers   to the questions, by question id
 */
public record ReviewRound(String caseNumber, int number, Instant openedAt, Instant closedAt, String reviewer,
                          String outcome, String reason, List<Verdict> verdicts, Map<String, String> corrections,
                          List<Answer> answers, List<Opinion> opinions) {

    /** @param authenticity confirmed, doubtful or empty; @param completeness complete, incomplete or empty */
    public record Verdict(String material, String authenticity, String completeness, String reason) {

        boolean good() {
            return authenticity.equals("confirmed") && completeness.equals("complete");
        }
    }

    public record Answer(String question, String answer, String reason) {
    }

    /** What an evaluator thinks of a case that was escalated. */
    public record Opinion(String evaluator, String recommendation, String text, Instant givenAt) {
    }
}
