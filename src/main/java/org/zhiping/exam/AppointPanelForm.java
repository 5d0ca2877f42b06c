package org.zhiping.exam;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Role;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.platform.process.FormHandler;
import org.zhiping.platform.process.FormTask;
import org.zhiping.platform.process.Submitted;

/** An exam officer appoints the panel of a case. */
@Component
class AppointPanelForm implements FormHandler {

    private final Panels panels;
    private final Applications applications;
    private final Staffing staffing;
    private final FormTexts texts;
    private final Clock clock;

    AppointPanelForm(Panels panels, Applications applications, Staffing staffing, FormTexts texts, Clock clock) {
        this.panels = panels;
        this.applications = applications;
        this.staffing = staffing;
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
        Application application = applications.find(caseNumber);
        List<Map<String, String>> people = texts.options(Role.PANEL_MEMBER);
        String hint = texts.membersNeeded(staffing.membersNeeded(application, part));
        Map<String, Object> values = new HashMap<>(Map.of(
                "caseSummary", texts.summary(application, part) + "\n\n" + hint, "memberOptions", people));
        panels.find(caseNumber, part).filter(panel -> panel.plan() != null).ifPresent(panel -> {
            values.putAll(former(panel.plan(), people.stream().map(person -> person.get("value")).toList()));
            values.compute("caseSummary", (key, summary) -> summary + texts.recalls(panels.recallReasons(panel)));
        });
        return values;
    }

    /** The former plan, without members who can no longer be chosen. */
    private Map<String, Object> former(PanelPlan plan, List<String> available) {
        Map<String, Object> values = new HashMap<>(Map.of("minutes", plan.minutes(), "place", plan.place(),
                "members", plan.members().stream().filter(available::contains).toList(),
                "heldAt", plan.heldAt().atZone(clock.getZone()).toOffsetDateTime().toString()));
        if (available.contains(plan.chair())) {
            values.put("chair", plan.chair());
        }
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
