package org.zhiping.casework;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.exam.Conflicts.Conflict;
import org.zhiping.identity.Leads;
import org.zhiping.identity.Role;
import org.zhiping.identity.StepRoles;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.Milestones;
import org.zhiping.notice.StaffNotices;
import org.zhiping.platform.CaseAct;
import org.zhiping.platform.Refusal;

/** Declares acts void and has them done again by somebody else. */
@Component
@Transactional
class VoidingOffice implements VoidedActs {

    private static final int LONGEST_REASON = 500;

    private final Duties duties;
    private final CaseDuties conflicts;
    private final Relations relations;
    private final StandingAside aside;
    private final Applications applications;
    private final Milestones milestones;
    private final Map<String, Redo> redos = new HashMap<>();
    private final Leads leads;
    private final StaffNotices notices;
    private final ApplicationEventPublisher events;

    VoidingOffice(Duties duties, CaseDuties conflicts, Relations relations, StandingAside aside, Applications applications, Milestones milestones,
                  List<Redo> redos, Leads leads, StaffNotices notices, ApplicationEventPublisher events) {
        this.duties = duties;
        this.conflicts = conflicts;
        this.relations = relations;
        this.aside = aside;
        this.applications = applications;
        this.milestones = milestones;
        redos.forEach(redo -> redo.tasks().forEach(task -> this.redos.put(task, redo)));
        this.leads = leads;
        this.notices = notices;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Act> of(String caseNumber) {
        return duties.in(caseNumber).stream().map(VoidingOffice::act).toList();
    }

    private static Act act(Duties.Act done) {
        Duties.Voiding voiding = done.voiding();
        return new Act(done.id(), done.caseNumber(), done.task(), done.account(), done.session(), done.doneAt(),
                voiding == null ? null : new Voiding(voiding.reason(), voiding.by(), voiding.at()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Refusal> against(long id, String by) {
        Duties.Act act = known(id);
        try {
            redo(act, applications.find(act.caseNumber()), by);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    @Override
    public void annul(long id, String typed, String successor, String by) {
        String reason = typed == null ? "" : typed.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("reason", "act-void-reason", LONGEST_REASON);
        }
        Application application = applications.lock(known(id).caseNumber());
        Duties.Act act = known(id);
        Redo redo = redo(act, application, by);
        recuse(act, reason, by);
        Redo.Done done = redo.again(new Redo.Wish(act, latest(act), successor == null ? "" : successor.strip(), reason, by));
        List<String> cases = done.whole() ? conflicts.casesOf(act.session()) : List.of(act.caseNumber());
        duties.annul(act, cases, done.said(), reason, by);
        tell(act, cases, done.told(), reason, by);
    }

    /** Read again once the case is locked: of two who declare it void the second finds it so. */
    private Duties.Act known(long id) {
        return duties.find(id).orElseThrow(() -> Refusal.notFound("act-unknown"));
    }

    private Redo redo(Duties.Act act, Application application, String by) {
        requireMay(act, by);
        requireUnderWay(application);
        Redo redo = redos.get(act.task());
        if (redo == null) {
            throw Refusal.conflict("act-void-never", act.caseNumber());
        }
        return redo;
    }

    private void requireMay(Duties.Act act, String by) {
        if (act.voiding() != null) {
            throw Refusal.conflict("act-void-already", act.caseNumber());
        }
        if (act.account().equals(by) || StepRoles.of(act.task()).filter(role -> leads.leads(by, role)).isEmpty()) {
            throw Refusal.forbidden("act-void-by-lead", act.caseNumber());
        }
        conflicts.against(by, act.task(), List.of(act.caseNumber())).stream().map(Conflict::args).findFirst().ifPresent(args -> {
            throw Refusal.forbidden("act-void-conflicted", args);
        });
    }

    /** What a certificate or a final result rests on is not done again but looked into: by a recheck, or by revocation. */
    private static void requireUnderWay(Application application) {
        ApplicationStatus status = application.status();
        if (status == ApplicationStatus.CERTIFIED) {
            throw Refusal.conflict("act-void-certified", application.caseNumber());
        }
        if (status == ApplicationStatus.FAILED) {
            throw Refusal.conflict("act-void-failed", application.caseNumber());
        }
        if (status.ended() || status == ApplicationStatus.DRAFT) {
            throw Refusal.conflict("application-cannot-be-redone", application.caseNumber());
        }
    }

    private void recuse(Duties.Act act, String reason, String by) {
        boolean known = relations.between(act.account(), List.of(act.caseNumber())).getOrDefault(act.caseNumber(), List.of()).stream()
                .anyMatch(relation -> relation.kind() == RelationKind.RECUSAL);
        if (!known) {
            relations.add(new Relations.Draft(act.account(), RelationKind.RECUSAL, null, null, reason, null, act.caseNumber(), null), by);
        }
        aside.from(List.of(act.caseNumber()), act.account(), reason, by);
    }

    /** Nobody else has done this in this case since. */
    private boolean latest(Duties.Act act) {
        return duties.in(act.caseNumber()).stream()
                .filter(other -> other.task().equals(act.task()) && other.voiding() == null && other.id() > act.id())
                .allMatch(other -> other.account().equals(act.account()) || others(act.task()));
    }

    /** Several do these side by side: none of them does it in another's place. */
    private static boolean others(String task) {
        return task.equals("enter-scores") || task.equals("score-candidate");
    }

    private void tell(Duties.Act act, List<String> cases, Set<String> lost, String reason, String by) {
        Set<String> people = new LinkedHashSet<>(lost);
        people.add(act.account());
        StepRoles.of(act.task()).ifPresent(role -> people.addAll(leads.of(role)));
        people.remove(by);
        notices.tell(people, "act-voided", "act-voided:" + act.id(), act.caseNumber(), Map.of("task", act.task()));
        cases.forEach(caseNumber -> events.publishEvent(new ActVoided(caseNumber, act.task(), act.account(), reason, by)));
        applications.find(cases).stream().filter(application -> !application.status().ended()).forEach(application ->
                milestones.reach(application.caseNumber(), Milestone.STEP_REDONE, Map.of("task", act.task())));
        events.publishEvent(CaseAct.of(cases, "act-voided", by, Role.TEAM_LEAD.id(),
                Map.of("task", act.task(), "from", act.account(), "reason", reason)));
    }
}
