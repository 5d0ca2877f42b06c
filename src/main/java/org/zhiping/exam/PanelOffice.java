package org.zhiping.exam;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.identity.Role;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.Milestones;
import org.zhiping.platform.CaseAct;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/** What people do with panels. */
@Component
@Transactional
class PanelOffice implements Panels {

    private static final int LONGEST_REASON = 500;
    private static final String SCORING = "score-candidate";

    private final PanelTable table;
    private final Applications applications;
    private final Milestones milestones;
    private final Impartiality impartiality;
    private final Staffing staffing;
    private final Markings markings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PanelOffice(PanelTable table, Applications applications, Milestones milestones, Impartiality impartiality,
                Staffing staffing, Markings markings, Clock clock, ApplicationEventPublisher events) {
        this.table = table;
        this.applications = applications;
        this.milestones = milestones;
        this.impartiality = impartiality;
        this.staffing = staffing;
        this.markings = markings;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Panel> find(String caseNumber, String part) {
        return table.find(caseNumber, part);
    }

    @Override
    public Optional<Panel> atWork(String caseNumber) {
        return table.lock(caseNumber);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Panel> ofMember(String person) {
        return table.ofMember(person);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Panel> atWorkOf(String person) {
        return table.atWorkOf(person);
    }

    @Override
    public void appoint(String caseNumber, String part, PanelPlan plan) {
        Panel panel = lock(caseNumber, part);
        Application application = applications.find(caseNumber);
        panel.appoint(plan);
        List<Fault> faults = new ArrayList<>(impartiality.unfit("members", plan.members(), Role.PANEL_MEMBER));
        faults.addAll(impartiality.conflicts("members", plan.members(), SCORING, List.of(caseNumber)));
        staffing.shortage(application.standard(), application.edition(), staffing.facts(application, part, plan))
                .ifPresent(faults::add);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        table.save(panel);
        milestones.reach(caseNumber, Milestone.PANEL_APPOINTED, Map.of("part", part));
    }

    @Override
    public void score(String caseNumber, String part, String member, Object score, Map<String, ?> lines, String opinion) {
        Panel panel = lock(caseNumber, part);
        Marks marks = marking(caseNumber, part).readWhole("score", "lines.", score, lines);
        panel.score(member, new PanelScore(marks, opinion));
        table.save(panel);
    }

    @Override
    @Transactional(readOnly = true)
    public Marking marking(String caseNumber, String part) {
        return markings.of(applications.find(caseNumber), part);
    }

    @Override
    public void recall(String caseNumber, String reason, String by) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("reason", "panel-recall-reason", LONGEST_REASON);
        }
        Panel panel = table.lock(caseNumber).orElseThrow(() -> Refusal.conflict("panel-none", caseNumber));
        if (panel.plan() == null || !panel.plan().members().contains(by)) {
            impartiality.requireGiver(by, "appoint-panel", List.of(caseNumber));
        }
        panel.recall();
        table.save(panel);
        table.addRecall(panel, reason.strip(), by, clock.instant());
        events.publishEvent(CaseAct.of(caseNumber, "panel-recalled", by, Role.EXAM_OFFICER.id(), Map.of("part", panel.part(), "reason", reason.strip())));
        events.publishEvent(new PanelRecalled(caseNumber, panel.part()));
    }

    @Override
    public void replace(String caseNumber, String part, String leaving, String successor) {
        Panel panel = lock(caseNumber, part);
        panel.replace(leaving, successor);
        List<Fault> faults = new ArrayList<>(impartiality.unfit("members", List.of(successor), Role.PANEL_MEMBER));
        faults.addAll(impartiality.conflicts("members", List.of(successor), SCORING, List.of(caseNumber)));
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        table.save(panel);
        events.publishEvent(new PanelMemberReplaced(caseNumber, part, leaving, successor));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> recallReasons(Panel panel) {
        return table.recallReasons(panel.id());
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
