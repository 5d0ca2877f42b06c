package org.zhiping.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Leads;
import org.zhiping.identity.StepRoles;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.PersonIndex;
import org.zhiping.notice.StaffNotices;
import org.zhiping.platform.CaseAct;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/** Records relations and takes from people what they must not do any more. */
@Component
@Transactional
class RecusalOffice implements Recusals {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NAME = 60;

    private final Relations relations;
    private final StandingAside aside;
    private final CaseDuties duties;
    private final Applications applications;
    private final PersonIndex persons;
    private final Accounts accounts;
    private final Leads leads;
    private final StaffNotices notices;
    private final ApplicationEventPublisher events;

    RecusalOffice(Relations relations, StandingAside aside, CaseDuties duties, Applications applications, PersonIndex persons, Accounts accounts,
                  Leads leads, StaffNotices notices, ApplicationEventPublisher events) {
        this.events = events;
        this.relations = relations;
        this.aside = aside;
        this.duties = duties;
        this.applications = applications;
        this.persons = persons;
        this.accounts = accounts;
        this.leads = leads;
        this.notices = notices;
    }

    @Override
    public Outcome declare(Declaration declaration, String by) {
        requireMay(declaration.account(), by);
        check(declaration);
        boolean oneCase = declaration.kind() == RelationKind.RECUSAL;
        String caseNumber = text(declaration.caseNumber());
        Application application = caseNumber.isEmpty() ? null : submitted(caseNumber);
        long id = relations.add(new Relations.Draft(declaration.account(), declaration.kind(), declaration.from(), declaration.until(),
                text(declaration.reason()), oneCase ? null : application == null ? text(declaration.personName()) : application.applicantName(),
                oneCase ? caseNumber : null, oneCase ? null : person(declaration, application)), by);
        requireImpartial(by, declaration.account(), id);
        Collection<String> cases = relations.cases(id);
        if (!by.equals(declaration.account())) {
            cases.forEach(one -> notices.tell(List.of(declaration.account()), "recused", "recused:" + id + ":" + one, one, Map.of()));
        }
        events.publishEvent(CaseAct.of(cases, "relation-declared", by, "",
                Map.of("person", declaration.account(), "reason", text(declaration.reason()))));
        return aside.from(cases, declaration.account(), text(declaration.reason()), by);
    }

    private Application submitted(String caseNumber) {
        Application application = applications.find(caseNumber);
        if (application.status() == ApplicationStatus.DRAFT) {
            throw Refusal.notFound("application-not-found");
        }
        return application;
    }

    private String person(Declaration declaration, Application application) {
        if (application == null) {
            return persons.of(text(declaration.idType()), text(declaration.idNumber()));
        }
        String person = persons.of(List.of(application.caseNumber())).get(application.caseNumber());
        if (person == null) {
            throw Refusal.invalid("caseNumber", "relation-person-unknown", application.caseNumber());
        }
        return person;
    }

    private static void check(Declaration wanted) {
        List<Fault> faults = new ArrayList<>();
        boolean byCase = !text(wanted.caseNumber()).isEmpty();
        if (wanted.kind() == null) {
            faults.add(new Fault("kind", "relation-kind"));
        } else if (!byCase && wanted.kind() == RelationKind.RECUSAL) {
            faults.add(new Fault("caseNumber", "recusal-case"));
        } else if (!byCase && text(wanted.idNumber()).isEmpty()) {
            faults.add(new Fault("caseNumber", "relation-person"));
        } else if (byCase && !text(wanted.idNumber()).isEmpty()) {
            faults.add(new Fault("idNumber", "relation-person-twice"));
        }
        String name = text(wanted.personName());
        if (!byCase && !text(wanted.idNumber()).isEmpty() && (name.isEmpty() || name.length() > LONGEST_NAME)) {
            faults.add(new Fault("personName", "relation-name", LONGEST_NAME));
        }
        if (wanted.from() != null && wanted.until() != null && wanted.until().isBefore(wanted.from())) {
            faults.add(new Fault("until", "relation-days"));
        }
        String reason = text(wanted.reason());
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            faults.add(new Fault("reason", "recusal-reason", LONGEST_REASON));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private void requireMay(String account, String by) {
        Account bound = accounts.find(account).filter(Account::hasCaseWork)
                .orElseThrow(() -> Refusal.invalid("account", "recusal-account"));
        if (!bound.id().equals(by) && !leads.leads(by, bound.id())) {
            throw Refusal.forbidden("recusal-not-led", bound.name());
        }
    }

    /** Whom they must keep out of somebody's cases with, nobody settles who else does. */
    private void requireImpartial(String lead, String account, long relation) {
        if (!lead.equals(account)) {
            Optional<Refusal> giver = duties.againstGiver(lead, StepRoles.stepsOf(accounts.find(account).orElseThrow().roles()), relations.cases(relation));
            if (relations.touches(relation, lead)) {
                throw Refusal.forbidden("recusal-conflicted", accounts.nameOf(account));
            }
            giver.ifPresent(refusal -> {
                throw refusal;
            });
        }
    }

    @Override
    public void lift(long relation, String because, String by) {
        Relation found = relations.find(relation).orElseThrow(() -> Refusal.notFound("relation-unknown"));
        if (found.account().equals(by) || !leads.leads(by, found.account())) {
            throw Refusal.forbidden("relation-lift-by-lead");
        }
        if (found.lifted() != null) {
            throw Refusal.conflict("relation-lifted");
        }
        String reason = text(because);
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("because", "recusal-reason", LONGEST_REASON);
        }
        requireImpartial(by, found.account(), relation);
        relations.lift(relation, reason, by);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Relation> of(String account) {
        return relations.of(List.of(account));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Relation> ledBy(String lead) {
        return relations.of(accounts.all().stream().map(Account::id).filter(id -> !id.equals(lead) && leads.leads(lead, id)).toList());
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
