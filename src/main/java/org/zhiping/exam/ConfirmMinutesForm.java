package org.zhiping.exam;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.FormHandler;
import org.zhiping.platform.process.FormTask;
import org.zhiping.platform.process.Submitted;

/** The chair writes the minutes over the scores of all members. */
@Component
class ConfirmMinutesForm implements FormHandler {

    private final Panels panels;
    private final Applications applications;
    private final Scales scales;
    private final FormTexts texts;

    ConfirmMinutesForm(Panels panels, Applications applications, Scales scales, FormTexts texts) {
        this.panels = panels;
        this.applications = applications;
        this.scales = scales;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "confirm-minutes";
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Application application = applications.find(task.variable("caseNumber"));
        int decimals = scales.of(application).decimals();
        List<Map<String, String>> scores = panels.find(task.variable("caseNumber"), task.variable("part"))
                .map(panel -> panel.scoresSeenBy(task.person())).orElse(Map.of()).entrySet().stream()
                .map(score -> Map.of("member", texts.name(score.getKey()),
                        "score", score.getValue().marks().shown(decimals), "opinion", score.getValue().opinion())).toList();
        return Map.of("caseSummary", texts.summary(application, task.variable("part")), "scores", scores);
    }

    @Override
    public String complete(FormTask task, Map<String, Object> values) {
        Submitted form = new Submitted(values);
        if (!form.checked("confirmed")) {
            throw Refusal.invalid("confirmed", "confirmation-needed");
        }
        panels.confirm(task.variable("caseNumber"), task.variable("part"), task.person(), form.text("minutes"));
        return null;
    }
}
