package org.zhiping.casework;

import java.text.Normalizer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.identity.StepRoles;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.notice.PersonNotices;
import org.zhiping.notice.StaffNotices;
import org.zhiping.platform.CaseAct;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/** Takes in what applicants ask for, tells those who can settle it, and lets a team lead settle it. */
@Component
@Transactional
class RequestOffice implements RecusalRequests {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_EMPLOYER = 100;
    private static final int LONGEST_REASON = 500;
    /** Nobody settles it who keeps out of any step of the case. */
    private static final List<String> STEPS = StepRoles.stepsOf(Stream.of(Role.values()).filter(Role::caseWork).toList());

    private final JdbcRecusalRequests requests;
    private final Recusals recusals;
    private final Relations relations;
    private final CaseDuties duties;
    private final Applications applications;
    private final Accounts accounts;
    private final Staff staff;
    private final StaffNotices staffNotices;
    private final PersonNotices notices;
    private final ApplicationEventPublisher events;

    RequestOffice(JdbcRecusalRequests requests, Recusals recusals, Relations relations, CaseDuties duties, Applications applications,
                  Accounts accounts, @Lazy Staff staff, StaffNotices staffNotices, PersonNotices notices, ApplicationEventPublisher events) {
        this.requests = requests;
        this.recusals = recusals;
        this.relations = relations;
        this.duties = duties;
        this.applications = applications;
        this.accounts = accounts;
        this.staff = staff;
        this.staffNotices = staffNotices;
        this.notices = notices;
        this.events = events;
    }

    @Override
    public void ask(String caseNumber, String applicant, Wish typed) {
        Application application = applications.lock(caseNumber);
        if (!application.applicant().equals(applicant)) {
            throw Refusal.notFound("application-not-found");
        }
        if (application.status() == ApplicationStatus.DRAFT) {
            throw Refusal.conflict("recusal-request-draft");
        }
        if (application.status().ended()) {
            throw Refusal.conflict("recusal-request-over");
        }
        Wish wish = new Wish(text(typed.name()), text(typed.employer()), typed.kind(), text(typed.why()));
        check(wish);
        List<Request> open = requests.of(caseNumber).stream().filter(one -> one.state() == State.OPEN).toList();
        if (open.stream().anyMatch(one -> one.wish().kind() == wish.kind() && plain(one.wish().name()).equals(plain(wish.name())))) {
            throw Refusal.conflict("recusal-request-twice");
        }
        if (open.size() >= MOST_OPEN) {
            throw new Refusal(Refusal.Kind.TOO_MANY, List.of(new Fault("", "recusal-request-many", MOST_OPEN)));
        }
        Request added = requests.add(caseNumber, wish);
        events.publishEvent(CaseAct.of(caseNumber, "recusal-asked", applicant, Role.APPLICANT.id(), Map.of("request", String.valueOf(added.id()))));
        staffNotices.tell(whoCanSettle(added), "recusal-asked", "recusal-asked:" + added.id(), caseNumber, Map.of());
        tell(application, added, "recusal-asked");
    }

    private static void check(Wish wish) {
        List<Fault> faults = new ArrayList<>();
        if (wish.name().isEmpty() || wish.name().length() > LONGEST_NAME) {
            faults.add(new Fault("name", "recusal-request-name", LONGEST_NAME));
        }
        if (wish.employer().length() > LONGEST_EMPLOYER) {
            faults.add(new Fault("employer", "recusal-request-employer", LONGEST_EMPLOYER));
        }
        if (wish.kind() == null || wish.kind() == RelationKind.RECUSAL) {
            faults.add(new Fault("kind", "relation-kind"));
        }
        if (wish.why().isEmpty() || wish.why().length() > LONGEST_REASON) {
            faults.add(new Fault("why", "recusal-request-why", LONGEST_REASON));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private Collection<String> whoCanSettle(Request request) {
        List<String> able = staff.with(Role.TEAM_LEAD).stream().filter(lead -> bar(request, lead).isEmpty()).toList();
        return able.isEmpty() ? staff.aboveLeads() : able;
    }

    private void tell(Application application, Request request, String kind) {
        notices.tell(application.applicant(), kind, kind + ":" + request.id(),
                Map.of("number", request.caseNumber(), "at", request.at().atOffset(ZoneOffset.UTC).toString()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Request> of(String caseNumber) {
        return seen(requests.of(caseNumber));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Request> open(String lead) {
        List<Request> open = seen(requests.open()).stream().filter(one -> one.state() == State.OPEN && meant(one, lead).isEmpty()).toList();
        Set<String> others = duties.withoutSay(lead, STEPS, open.stream().map(Request::caseNumber).distinct().toList());
        return open.stream().filter(one -> !others.contains(one.caseNumber())).toList();
    }

    /** As it is seen once the case is over. */
    private List<Request> seen(List<Request> found) {
        Set<String> over = applications.find(found.stream().map(Request::caseNumber).distinct().toList()).stream()
                .filter(application -> application.status().ended()).map(Application::caseNumber).collect(Collectors.toSet());
        return found.stream().map(one -> one.state() == State.OPEN && over.contains(one.caseNumber()) ? new Request(one.id(), one.caseNumber(),
                one.wish(), one.at(), State.CLOSED, null, null, null, null) : one).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Request find(long id, String lead) {
        Request found = known(id);
        bar(found, lead).ifPresent(refusal -> {
            throw refusal;
        });
        return found;
    }

    private Request known(long id) {
        return seen(requests.find(id).stream().toList()).stream().findFirst().orElseThrow(() -> Refusal.notFound("recusal-request-unknown"));
    }

    /** Why this person does not settle it. */
    private Optional<Refusal> bar(Request request, String lead) {
        return meant(request, lead).or(() -> duties.giver(lead, STEPS, List.of(request.caseNumber())));
    }

    private Optional<Refusal> meant(Request request, String lead) {
        Account account = accounts.find(lead).filter(Account::enabled).filter(one -> one.has(Role.TEAM_LEAD)).orElse(null);
        if (account == null) {
            return Optional.of(Refusal.forbidden("recusal-request-by-lead"));
        }
        if (isMeant(account, request.wish().name()) || lead.equals(request.account())) {
            return Optional.of(Refusal.forbidden("recusal-request-own"));
        }
        return Optional.empty();
    }

    @Override
    public Recusals.Outcome record(long id, String account, RelationKind kind, String reason, String lead) {
        Request request = settling(id, lead);
        if (lead.equals(account)) {
            throw Refusal.forbidden("recusal-request-own");
        }
        Recusals.Outcome outcome = stands(request.caseNumber(), account, kind) ? new Recusals.Outcome(0, 0, List.of())
                : recusals.declare(new Recusals.Declaration(text(account), kind, request.caseNumber(), "", "", "", null, null, reason), lead);
        settle(request, State.RECORDED, account, null, lead, "recusal-recorded");
        return outcome;
    }

    private boolean stands(String caseNumber, String account, RelationKind kind) {
        return account != null && relations.between(account, List.of(caseNumber)).getOrDefault(caseNumber, List.of()).stream()
                .anyMatch(relation -> relation.kind() == kind);
    }

    @Override
    public void decline(long id, String typed, String lead) {
        Request request = settling(id, lead);
        String answer = text(typed);
        if (answer.isEmpty() || answer.length() > LONGEST_REASON) {
            throw Refusal.invalid("answer", "recusal-request-answer", LONGEST_REASON);
        }
        settle(request, State.DECLINED, null, answer, lead, "recusal-declined");
    }

    /** The request is locked, so that two leads do not settle it both; the case is not, for whoever completes a task of it waits for the case. */
    private Request settling(long id, String lead) {
        String caseNumber = known(id).caseNumber();
        requests.lock(id);
        duties.requireGiver(lead, STEPS, List.of(caseNumber));
        Request request = known(id);
        meant(request, lead).ifPresent(refusal -> {
            throw refusal;
        });
        if (request.state() == State.CLOSED) {
            throw Refusal.conflict("recusal-request-over");
        }
        if (request.state() != State.OPEN) {
            throw Refusal.conflict("recusal-request-settled");
        }
        return request;
    }

    private void settle(Request request, State state, String account, String answer, String lead, String kind) {
        requests.settle(request.id(), state, account, answer, lead);
        events.publishEvent(CaseAct.of(request.caseNumber(), kind, lead, Role.TEAM_LEAD.id(), Map.of("request", String.valueOf(request.id()))));
        tell(applications.find(request.caseNumber()), request, kind);
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Whether the name that was typed says theirs, perhaps with a title. */
    private static boolean isMeant(Account account, String typed) {
        String name = plain(account.name());
        return name.length() > 1 && plain(typed).contains(name);
    }

    /** Width, spaces and case are no difference. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}·.]", "").toLowerCase(Locale.ROOT);
    }
}
