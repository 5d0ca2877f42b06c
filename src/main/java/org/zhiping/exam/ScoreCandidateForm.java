package org.zhiping.exam;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Applications;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.FormHandler;
import org.zhiping.platform.process.FormTask;
import org.zhiping.platform.process.Submitted;
import org.zhiping.standard.Rubric;

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
        String caseNumber = task.variable("caseNumber");
        String part = task.variable("part");
        Marking marking = panels.marking(caseNumber, part);
        return Map.of("caseSummary", texts.summary(applications.find(caseNumber), part) + "\n\n" + texts.scale(marking),
                "weighted", marking.rubric().weighted(), "lined", !marking.rubric().lines().isEmpty(),
                "lines", marking.rubric().lines().stream().map(ScoreCandidateForm::row).toList());
    }

    private static Map<String, String> row(Rubric.Line line) {
        String weight = line.weight() == null ? "" : "（" + line.weight().toPlainString() + "%）";
        return Map.of("code", line.code(), "text", (line.section().isEmpty() ? "" : line.section() + "：") + line.name() + weight);
    }

    @Override
    public String complete(FormTask task, Map<String, Object> values) {
        if (!task.variable("member").equals(task.person())) {
            throw Refusal.forbidden("panel-not-member");
        }
        panels.score(task.variable("caseNumber"), task.variable("part"), task.person(), values.get("score"),
                lines(new Submitted(values)), new Submitted(values).text("opinion"));
        return null;
    }

    private static Map<String, Object> lines(Submitted form) {
        Map<String, Object> lines = new HashMap<>();
        form.rows("lines").forEach(row -> lines.put(row.text("code"), row.values().get("score")));
        return lines;
    }
}
