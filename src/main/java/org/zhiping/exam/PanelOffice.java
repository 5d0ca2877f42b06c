package org.zhiping.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.identity.Role;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.Milestones;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/** What people do with panels. */
@Component
@Transactional
class PanelOffice implements Panels {

    private final PanelTable table;
    private final Applications applications;
    private final Milestones milestones;
    private final Impartiality impartiality;
    private final Staffing staffing;
    private final Scales scales;

    PanelOffice(PanelTable table, Applications applications, Milestones milestones, Impartiality impartiality,
                Staffing staffing, Scales scales) {
        this.table = table;
        this.applications = applications;
        this.milestones = milestones;
        this.impartiality = impartiality;
        this.staffing = staffing;
        this.scales = scales;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Panel> find(String caseNumber, String part) {
        return table.find(caseNumber, part);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Panel> ofMember(String person) {
        return table.ofMember(person);
    }

    @Override
    public void appoint(String caseNumber, String part, PanelPlan plan) {
        Panel panel = lock(caseNumber, part);
        Application application = applications.find(caseNumber);
        panel.appoint(plan);
        List<Fault> faults = new ArrayList<>(impartiality.unfit("members", plan.members(), Role.PANEL_MEMBER));
        faults.addAll(impartiality.conflicts("members", plan.members(), List.of(application)));
        staffing.shortage(application.standard(), application.edition(), staffing.facts(application, part, plan))
                .ifPresent(faults::add);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        table.save(panel);
        milestones.reach(caseNumber, Milestone.PANEL_APPOINTED, Map.of("part", part));
    }

    @Override
    public void score(String caseNumber, String part, String member, Object score, String opinion) {
        Panel panel = lock(caseNumber, part);
        panel.score(member, new PanelScore(
                Points.parse("score", score, scales.of(applications.find(caseNumber))), opinion));
        table.save(panel);
    }

    @Override
    public void confirm(String caseNumber, String part, String chair, String minutes) {
        Panel panel = lock(caseNumber, part);
        panel.confirm(chair, minutes);
        table.save(panel);
    }

    private Panel lock(String caseNumber, String part) {
        return table.lock(caseNumber, part).orElseThrow(() -> Refusal.conflict("panel-none", caseNumber));
    }
}
