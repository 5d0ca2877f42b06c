package org.zhiping.casework;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.zhiping.exam.Candidate;
import org.zhiping.exam.Conflicts;
import org.zhiping.exam.Sessions;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.platform.BusinessKey;
import org.zhiping.platform.CaseAct.Basis;
import org.zhiping.platform.CaseRefusal;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.Decisions;
import org.zhiping.platform.process.FormTask;
import org.zhiping.platform.process.SeparationOfDuties;

/** Lets {@code separation-of-duties.dmn} say who may not do what: one table for every claim, assignment, completion and import. */
@Component
class CaseDuties implements SeparationOfDuties, Conflicts {

    private static final String APPLICANTS_OWN_TASK = "supplement-materials";
    /** Meets only the rows of the table that name none. */
    private static final String NO_STEP = "";
    private static final int TABLE_REASON = 2;

    private final Duties duties;
    private final CaseConflicts facts;
    private final Applications applications;
    private final Accounts accounts;
    private final CurrentUser user;
    private final Texts texts;
    private final Sessions sessions;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;

    CaseDuties(Duties duties, CaseConflicts facts, Applications applications, Accounts accounts, CurrentUser user, Texts texts,
               @Lazy Sessions sessions, @Lazy Decisions decisions, ApplicationEventPublisher events) {
        this.events = events;
        this.duties = duties;
        this.facts = facts;
        this.applications = applications;
        this.accounts = accounts;
        this.user = user;
        this.texts = texts;
        this.sessions = sessions;
        this.decisions = decisions;
    }

    @Override
    public void check(FormTask task, String person) {
        if (!task.key().equals(APPLICANTS_OWN_TASK)) {
            against(person, task.key(), casesOf(task)).stream().findFirst().ifPresent(conflict -> {
                throw Refusal.forbidden(conflict.reason(), conflict.args());
            });
        }
    }

    @Override
    public void checkGiver(FormTask task, String person) {
        requireGiver(person, List.of(task.key()), casesOf(task));
    }

    @Override
    public void checkReader(FormTask task, String person) {
        requireReader(person, task.key(), casesOf(task));
    }

    @Override
    public void requireReader(String person, String caseNumber) {
        requireReader(person, NO_STEP, List.of(caseNumber));
    }

    private void requireReader(String person, String task, Collection<String> caseNumbers) {
        interests(person, task, applications.find(caseNumbers)).stream().findFirst().ifPresent(conflict -> {
            throw Refusal.forbidden(conflict.reason(), conflict.args());
        });
    }

    @Override
    public void requireGiver(String person, Collection<String> tasks, Collection<String> caseNumbers) {
        againstGiver(person, tasks, caseNumbers).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** The question of {@link #requireGiver} where the act is refused in the words of whoever asks: the record of the cases says so. */
    Optional<Refusal> againstGiver(String person, Collection<String> tasks, Collection<String> caseNumbers) {
        List<Application> cases = List.copyOf(applications.find(caseNumbers));
        for (String task : tasks) {
            List<Conflict> conflicts = interests(person, task, cases);
            if (!conflicts.isEmpty()) {
                write(conflicts, task, person);
                return Optional.of(giver(conflicts.get(0)));
            }
        }
        return Optional.empty();
    }

    /** The same where somebody only looks. */
    Optional<Refusal> giver(String person, Collection<String> tasks, Collection<String> caseNumbers) {
        List<Application> cases = List.copyOf(applications.find(caseNumbers));
        return tasks.stream().flatMap(task -> interests(person, task, cases).stream()).findFirst().map(this::giver);
    }

    /** Of these cases those in which the person settles nothing. */
    Set<String> withoutSay(String person, Collection<String> tasks, Collection<String> caseNumbers) {
        List<Application> cases = List.copyOf(applications.find(caseNumbers));
        return tasks.stream().flatMap(task -> interests(person, task, cases).stream()).map(Conflict::caseNumber).collect(toSet());
    }

    private Refusal giver(Conflict conflict) {
        return Refusal.forbidden("duty-giver", conflict.caseNumber(), texts.of("refusal." + conflict.reason(), conflict.args()));
    }

    private List<Conflict> interests(String person, String task, Collection<Application> cases) {
        return conflicts(person, facts.interests(person, task, cases));
    }

    /** As the table gives the reason: a code, or the words of a process owner. */
    private void write(List<Conflict> conflicts, String task, String person) {
        conflicts.stream().collect(groupingBy(conflict -> conflict.args()[TABLE_REASON].toString(), LinkedHashMap::new,
                mapping(Conflict::caseNumber, toList()))).forEach((reason, cases) -> events.publishEvent(new CaseRefusal(cases, task,
                user.idIfAny().orElse(person), person, reason, Map.of(Basis.DECISION, "separation-of-duties"))));
    }

    /** The reason is told to the person themself, or to who wanted to give them the task. */
    private String called(String person) {
        return user.idIfAny().filter(person::equals).map(own -> texts.of("casework.you"))
                .orElseGet(() -> accounts.nameOf(person));
    }

    @Override
    public List<Conflict> of(String person, String task, Collection<String> caseNumbers) {
        return conflicts(person, facts.of(person, task, applications.find(caseNumbers)));
    }

    @Override
    public List<Conflict> against(String person, String task, Collection<String> caseNumbers) {
        List<Conflict> conflicts = of(person, task, caseNumbers);
        write(conflicts, task, person);
        return conflicts;
    }

    private List<Conflict> conflicts(String person, Map<String, Map<String, Object>> byCase) {
        List<Conflict> conflicts = new ArrayList<>();
        Map<Map<String, Object>, List<Map<String, Object>>> answers = new HashMap<>();
        byCase.forEach((caseNumber, known) ->
                answers.computeIfAbsent(known, same -> decisions.all("separation-of-duties", same)).stream().findFirst()
                        .ifPresent(rule -> conflicts.add(conflict(caseNumber, person, rule.get("reason").toString()))));
        return conflicts;
    }

    /** A process owner may write a reason of their own into the table; then it is told as it stands there. */
    private Conflict conflict(String caseNumber, String person, String reason) {
        boolean known = texts.orElse("refusal." + reason, null) != null;
        return new Conflict(caseNumber, known ? reason : "duty-by-table", caseNumber, called(person), reason);
    }

    @Override
    public void record(FormTask task, String person) {
        duties.add(casesOf(task), task.key(), person, task.variable("sessionNumber"));
    }

    /** A session task concerns every candidate of the session; any other task concerns one case. */
    private List<String> casesOf(FormTask task) {
        String session = task.variable("sessionNumber");
        return casesOf(session == null ? task.businessKey() : session);
    }

    /** The case itself, or the candidates of a session. */
    List<String> casesOf(String number) {
        return BusinessKey.isSession(number) ? sessions.candidates(number).stream().map(Candidate::caseNumber).toList() : List.of(number);
    }
}
