package org.zhiping.exam;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Applications;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.FormHandler;
import org.zhiping.platform.process.FormTask;
import org.zhiping.platform.process.Submitted;

/** A panel member scores a candidate without seeing what the others gave. */
@Component
class ScoreCandidateForm implements FormHandler {

    private final Panels panels;
    private final Applications applications;
    private final FormTexts texts;

    ScoreCandidateForm(Panels panels, Applications applications, FormTexts texts) {
        this.panels = panels;
        this.applications = applications;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "score-candidate";
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        return Map.of("caseSummary", texts.summary(applications.find(task.variable("caseNumber")), task.variable("part")));
    }

    @Override
    public String complete(FormTask task, Map<String, Object> values) {
        if (!task.variable("member").equals(task.person())) {
            throw Refusal.forbidden("panel-not-member");
        }
        panels.score(task.variable("caseNumber"), task.variable("part"), task.person(), values.get("score"),
                new Submitted(values).text("opinion"));
        return null;
    }
}
