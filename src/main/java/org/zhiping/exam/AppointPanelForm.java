package org.zhiping.exam;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Role;
import org.zhiping.intake.Applications;
import org.zhiping.platform.process.FormHandler;
import org.zhiping.platform.process.FormTask;
import org.zhiping.platform.process.Submitted;

/** An exam officer appoints the panel of a case. */
@Component
class AppointPanelForm implements FormHandler {

    private final Panels panels;
    private final Applications applications;
    private final FormTexts texts;
    private final Clock clock;

    AppointPanelForm(Panels panels, Applications applications, FormTexts texts, Clock clock) {
        this.panels = panels;
        this.applications = applications;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "appoint-panel";
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        String caseNumber = task.variable("caseNumber");
        String part = task.variable("part");
        List<Map<String, String>> people = texts.options(Role.PANEL_MEMBER);
        Map<String, Object> values = new HashMap<>(Map.of(
                "caseSummary", texts.summary(applications.find(caseNumber), part), "memberOptions", people));
        panels.find(caseNumber, part).flatMap(panel -> Optional.ofNullable(panel.plan())).ifPresent(plan -> values.putAll(Map.of(
                "members", plan.members(), "chair", plan.chair(), "minutes", plan.minutes(), "place", plan.place(),
                "heldAt", plan.heldAt().atZone(clock.getZone()).toOffsetDateTime().toString())));
        return values;
    }

    @Override
    public String complete(FormTask task, Map<String, Object> values) {
        Submitted form = new Submitted(values);
        panels.appoint(task.variable("caseNumber"), task.variable("part"), new PanelPlan(form.texts("members"),
                form.text("chair"), form.moment("heldAt", clock), form.required("minutes"), form.said("place")));
        return null;
    }
}
