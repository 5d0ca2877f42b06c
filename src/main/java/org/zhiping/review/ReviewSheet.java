package org.zhiping.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhiping.intake.Confirmation;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Submitted;

/** What an officer has filled in on the review form. */
record ReviewSheet(List<ReviewRound.Verdict> verdicts, List<ReviewRound.Finding> findings, List<ReviewRound.Answer> answers,
                   String outcome, String reason) {

    /** @param codes the institution's reasons; a code that a form still open in a browser has and the list no longer, is refused */
    static ReviewSheet of(Map<String, Object> values, ReasonCodes codes) {
        Submitted form = new Submitted(values);
        String outcome = form.text("reviewOutcome");
        return new ReviewSheet(
                form.rows("materials").stream().map(row -> new ReviewRound.Verdict(row.text("material"),
                        row.text("authenticity"), row.text("completeness"), row.text("reason"), reasons(row, codes))).toList(),
                form.rows("facts").stream().map(row -> new ReviewRound.Finding(Confirmation.factId(row.text("fact")), row.text("confirmed"),
                        row.text("note"), row.checked("ask"))).toList(),
                form.rows("questions").stream().filter(row -> !row.text("answer").isEmpty() || row.checked("ask"))
                        .map(row -> new ReviewRound.Answer(row.text("question"), row.text("answer"), row.text("reason"), row.checked("ask"))).toList(),
                outcome, outcome.equals("accepted") ? "" : form.text("reason"));
    }

    /** Whether the applicant is asked about a fact or a question. */
    boolean asks() {
        return findings.stream().anyMatch(ReviewRound.Finding::asked) || answers.stream().anyMatch(ReviewRound.Answer::asked);
    }

    /** Whether it names anything that the applicant is to put right. */
    boolean marks() {
        return asks() || verdicts.stream().anyMatch(ReviewRound.Verdict::insufficient);
    }

    private static List<Reason> reasons(Submitted row, ReasonCodes codes) {
        return Stream.concat(row.texts("doubts").stream(), row.texts("gaps").stream())
                .map(code -> codes.find(code).filter(found -> found.goesWith(row.text("material")))
                        .orElseThrow(() -> Refusal.invalid("materials", "review-code-unknown", code)).reason()).toList();
    }

    /** In the officer's words, by fact id. */
    Map<String, String> confirmed() {
        Map<String, String> confirmed = new LinkedHashMap<>();
        findings.forEach(finding -> confirmed.put(finding.fact(), finding.confirmed()));
        return confirmed;
    }

    Map<String, String> answersById() {
        Map<String, String> byId = new LinkedHashMap<>();
        answers.stream().filter(answer -> !answer.answer().isEmpty()).forEach(answer -> byId.put(answer.question(), answer.answer()));
        return byId;
    }
}
