package org.zhiping.result;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.FormHandler;
import org.zhiping.platform.process.FormTask;
import org.zhiping.platform.process.Submitted;
import org.zhiping.result.Decision.Assessment;

/** The approver answers the three questions, and approves a result or sends it back. */
@Component
class ApproveResultForm implements FormHandler {

    private static final String APPROVED = "approved";
    private static final String SENT_BACK = "sent-back";

    private final Results results;
    private final ResultTexts texts;

    ApproveResultForm(Results results, ResultTexts texts) {
        this.results = results;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "approve-result";
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        String caseNumber = task.variable("caseNumber");
        return Map.of("resultSummary", texts.summary(caseNumber), "parts", texts.parts(caseNumber));
    }

    @Override
    public String complete(FormTask task, Map<String, Object> values) {
        Submitted form = new Submitted(values);
        Assessment assessment = new Assessment(yes(form, "completeness"), yes(form, "conformity"), yes(form, "correctness"));
        String outcome = form.text("approvalOutcome");
        switch (outcome) {
            case APPROVED -> results.approve(task.variable("caseNumber"), assessment, task.person());
            case SENT_BACK -> results.sendBack(task.variable("caseNumber"), assessment, form.text("reason"), task.person());
            default -> throw Refusal.invalid("approvalOutcome", "value-malformed");
        }
        return outcome;
    }

    private static boolean yes(Submitted form, String key) {
        return switch (form.text(key)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw Refusal.invalid(key, "value-missing");
        };
    }
}
