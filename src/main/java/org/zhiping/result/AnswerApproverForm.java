package org.zhiping.result;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.platform.process.FormHandler;
import org.zhiping.platform.process.FormTask;
import org.zhiping.platform.process.Submitted;

/** A score verifier answers what the approver asked. */
@Component
class AnswerApproverForm implements FormHandler {

    private final Results results;
    private final ResultTexts texts;

    AnswerApproverForm(Results results, ResultTexts texts) {
        this.results = results;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "answer-approver";
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        String caseNumber = task.variable("caseNumber");
        return Map.of("resultSummary", texts.summary(caseNumber), "reasonText", texts.reason(caseNumber));
    }

    @Override
    public String complete(FormTask task, Map<String, Object> values) {
        results.answer(task.variable("caseNumber"), new Submitted(values).text("answer"), task.person());
        return null;
    }
}
