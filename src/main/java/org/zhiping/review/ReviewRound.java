package org.zhiping.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One look at the materials of a case: from submission, or from a supplement, to acceptance or return.
 *
 * @param number   1 for the first
 * @param closedAt null while it goes on
 * @param reviewer account id of the officer who last decided; null before
 * @param outcome  the last decision: accepted, returned or escalated; null before
 * @param reason   of the return or escalation, else empty
 */
public record ReviewRound(String caseNumber, int number, Instant openedAt, Instant closedAt, String reviewer,
                          String outcome, String reason, List<Verdict> verdicts, List<Finding> findings,
                          List<Answer> answers, List<Opinion> opinions) {

    /**
     * Authentic, complete, or insufficient in one or both.
     *
     * @param authenticity confirmed, doubtful or empty
     * @param completeness complete, incomplete or empty
     * @param reason       what the reviewer wrote; may be empty where {@code reasons} says enough
     * @param reasons      chosen by code
     */
    public record Verdict(String material, String authenticity, String completeness, String reason, List<Reason> reasons) {

        public Verdict(String material, String authenticity, String completeness, String reason) {
            this(material, authenticity, completeness, reason, List.of());
        }

        public Verdict {
            reasons = List.copyOf(reasons);
        }

        public boolean authentic() {
            return authenticity.equals("confirmed");
        }

        public boolean complete() {
            return completeness.equals("complete");
        }

        public boolean good() {
            return authentic() && complete();
        }

        /** Somebody found fault with it; a material that nobody has judged yet is neither good nor this. */
        public boolean insufficient() {
            return authenticity.equals(ReasonCode.DOUBTFUL) || completeness.equals(ReasonCode.INCOMPLETE);
        }
    }

    /**
     * @param confirmed what the reviewer wrote beside the claim, in words
     * @param note      why it is not as claimed, or what the applicant is asked
     * @param asked     whether a return asks the applicant to correct or explain it
     */
    public record Finding(String fact, String confirmed, String note, boolean asked) {
    }

    /** @param answer yes or no; empty where nothing is decided yet and the applicant is asked */
    public record Answer(String question, String answer, String reason, boolean asked) {
    }

    /** What an evaluator thinks of a case that was escalated. */
    public record Opinion(String evaluator, String recommendation, String text, Instant givenAt) {
    }

    public boolean open() {
        return closedAt == null;
    }

    public Optional<Verdict> verdict(String material) {
        return verdicts.stream().filter(verdict -> verdict.material().equals(material)).findFirst();
    }

    public Optional<Answer> answer(String question) {
        return answers.stream().filter(answer -> answer.question().equals(question)).findFirst();
    }

    public Optional<Finding> finding(String fact) {
        return findings.stream().filter(finding -> finding.fact().equals(fact)).findFirst();
    }

    /** The newest one. */
    public Optional<Opinion> opinion() {
        return opinions.isEmpty() ? Optional.empty() : Optional.of(opinions.get(opinions.size() - 1));
    }
}
