package org.zhiping.casework;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.zhiping.exam.Candidate;
import org.zhiping.exam.Sessions;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.platform.CaseAct.Basis;
import org.zhiping.platform.CaseRefusal;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Decisions;
import org.zhiping.platform.process.FormTask;
import org.zhiping.platform.process.SeparationOfDuties;

/** Gathers who did what in a case, and lets {@code separation-of-duties.dmn} say who may not go on. */
@Component
class CaseDuties implements SeparationOfDuties {

    private static final String APPLICANTS_OWN_TASK = "supplement-materials";

    private final Duties duties;
    private final Applications applications;
    private final Accounts accounts;
    private final DeclaredRecusals recusals;
    private final Sessions sessions;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;

    @Autowired
    CaseDuties(Duties duties, Applications applications, Accounts accounts, DeclaredRecusals recusals,
               @Lazy Sessions sessions, @Lazy Decisions decisions, ApplicationEventPublisher events) {
        this.events = events;
        this.duties = duties;
        this.applications = applications;
        this.accounts = accounts;
        this.recusals = recusals;
        this.sessions = sessions;
        this.decisions = decisions;
    }

    @Override
    public void check(FormTask task, String person) {
        if (!task.key().equals(APPLICANTS_OWN_TASK)) {
            List<String> cases = casesOf(task);
            Map<String, Set<String>> done = duties.of(cases, person);
            Set<String> declared = recusals.declared(person, cases);
            Set<Map<String, Object>> allowed = new HashSet<>();
            applications.find(cases).forEach(application -> {
                String number = application.caseNumber();
                Map<String, Object> facts = facts(person, application, done.getOrDefault(number, Set.of()));
                facts.put("task", task.key());
                facts.put("declaredRelation", declared.contains(number));
                if (allowed.add(facts)) {
                    check(facts, number, person);
                }
            });
        }
    }

    private void check(Map<String, Object> facts, String caseNumber, String person) {
        List<Map<String, Object>> refused = decisions.all("separation-of-duties", facts);
        if (!refused.isEmpty()) {
            String reason = refused.get(0).get("reason").toString();
            events.publishEvent(new CaseRefusal(caseNumber, facts.get("task").toString(), person, reason, Map.of(Basis.DECISION, "separation-of-duties")));
            throw Refusal.forbidden(reason, caseNumber);
        }
    }

    private Map<String, Object> facts(String person, Application application, Set<String> done) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("isApplicant", application.applicant().equals(person));
        facts.put("sameEmployer", sameEmployer(person, application));
        facts.put("didReview", done.contains("review-materials"));
        facts.put("didGiveOpinion", done.contains("give-evaluator-opinion"));
        facts.put("didScore", done.contains("enter-scores") || done.contains("score-candidate"));
        facts.put("didVerify", done.contains("verify-scores"));
        facts.put("didConfirmMinutes", done.contains("confirm-minutes"));
        facts.put("didApprove", done.contains("approve-result"));
        facts.put("didAnswer", done.contains("answer-approver"));
        return facts;
    }

    private boolean sameEmployer(String person, Application application) {
        String theirs = application.employer();
        return theirs != null && !theirs.isBlank() && accounts.find(person).map(Account::employer)
                .filter(own -> !own.isBlank() && own.strip().equals(theirs.strip())).isPresent();
    }

    @Override
    public void record(FormTask task, String person) {
        duties.add(casesOf(task), task.key(), person, task.variable("sessionNumber"));
    }

    /** A session task concerns every candidate of the session; any other task concerns one case. */
    private List<String> casesOf(FormTask task) {
        String session = task.variable("sessionNumber");
        return session == null ? List.of(task.businessKey())
                : sessions.candidates(session).stream().map(Candidate::caseNumber).toList();
    }
}
