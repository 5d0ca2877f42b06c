package org.zhiping.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhiping.intake.Confirmation;
import org.zhiping.platform.process.Submitted;

/** What an officer has filled in on the review form. */
record ReviewSheet(List<ReviewRound.Verdict> verdicts, List<ReviewRound.Finding> findings, List<ReviewRound.Answer> answers,
                   String outcome, String reason) {

    static ReviewSheet of(Map<String, Object> values) {
        Submitted form = new Submitted(values);
        String outcome = form.text("reviewOutcome");
        return new ReviewSheet(
                form.rows("materials").stream().map(row -> new ReviewRound.Verdict(row.text("material"),
                        row.text("authenticity"), row.text("completeness"), row.text("reason"))).toList(),
                form.rows("facts").stream().map(row -> new ReviewRound.Finding(Confirmation.factId(row.text("fact")), row.text("confirmed"),
                        row.text("note"))).toList(),
                form.rows("questions").stream().filter(row -> !row.text("answer").isEmpty())
                        .map(row -> new ReviewRound.Answer(row.text("question"), row.text("answer"), row.text("reason"))).toList(),
                outcome, outcome.equals("accepted") ? "" : form.text("reason"));
    }

    /** In the officer's words, by fact id. */
    Map<String, String> confirmed() {
        Map<String, String> confirmed = new LinkedHashMap<>();
        findings.forEach(finding -> confirmed.put(finding.fact(), finding.confirmed()));
        return confirmed;
    }

    Map<String, String> answersById() {
        Map<String, String> byId = new LinkedHashMap<>();
        answers.forEach(answer -> byId.put(answer.question(), answer.answer()));
        return byId;
    }
}
