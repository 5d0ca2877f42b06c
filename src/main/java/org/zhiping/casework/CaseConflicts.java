package org.zhiping.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.intake.Application;
import org.zhiping.intake.PersonIndex;

/** What is known between a member of staff and the applicants of cases, in the terms of {@code separation-of-duties.dmn}. */
@Component
class CaseConflicts {

    private static final Set<String> SCORING = Set.of("enter-scores", "score-candidate");

    private final Duties duties;
    private final Relations relations;
    private final Accounts accounts;
    private final PersonIndex persons;
    private final Clock clock;

    CaseConflicts(Duties duties, Relations relations, Accounts accounts, PersonIndex persons, Clock clock) {
        this.persons = persons;
        this.duties = duties;
        this.relations = relations;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** By case number, in the order of the applications. */
    Map<String, Map<String, Object>> of(String person, String task, Collection<Application> applications) {
        return facts(person, task, applications, duties.of(numbers(applications), person));
    }

    /** The same without what the person has done in the cases. */
    Map<String, Map<String, Object>> interests(String person, String task, Collection<Application> applications) {
        return facts(person, task, applications, Map.of());
    }

    private static List<String> numbers(Collection<Application> applications) {
        return applications.stream().map(Application::caseNumber).toList();
    }

    private Map<String, Map<String, Object>> facts(String person, String task, Collection<Application> applications, Map<String, Duties.Record> done) {
        List<String> cases = numbers(applications);
        Set<String> own = persons.ofAccount(person, cases);
        Map<String, List<Relation>> declared = relations.between(person, cases);
        String employer = accounts.find(person).map(Account::employer).orElse("");
        Map<String, Map<String, Object>> facts = new LinkedHashMap<>();
        applications.forEach(application -> {
            Map<String, Object> known = new HashMap<>();
            known.put("task", task);
            known.put("isApplicant", application.applicant().equals(person) || own.contains(application.caseNumber()));
            List<Relation> related = declared.getOrDefault(application.caseNumber(), List.of());
            related(known, related);
            known.put("sameEmployer", any(related, RelationKind.SAME_EMPLOYER)
                    || !employer.isBlank() && Employers.same(employer, application.presentEmployers()));
            done(known, task, done.getOrDefault(application.caseNumber(), Duties.Record.NONE));
            facts.put(application.caseNumber(), known);
        });
        return facts;
    }

    private void related(Map<String, Object> known, List<Relation> related) {
        known.put("declaredRelation", !related.isEmpty());
        known.put("recused", any(related, RelationKind.RECUSAL));
        known.put("teacher", any(related, RelationKind.TEACHER));
        known.put("relative", any(related, RelationKind.RELATIVE));
        known.put("otherInterest", any(related, RelationKind.OTHER));
        LocalDate today = LocalDate.now(clock);
        related.stream().filter(of(RelationKind.TAUGHT_COURSE)).mapToInt(relation -> relation.yearsAgo(today)).min()
                .ifPresent(years -> known.put("yearsSinceTaught", years));
    }

    private static boolean any(List<Relation> related, RelationKind kind) {
        return related.stream().anyMatch(of(kind));
    }

    private static Predicate<Relation> of(RelationKind kind) {
        return relation -> relation.kind() == kind;
    }

    private static void done(Map<String, Object> known, String task, Duties.Record record) {
        Set<String> done = record.done();
        known.put("didReview", done.contains("review-materials"));
        known.put("didGiveOpinion", done.contains("give-evaluator-opinion"));
        known.put("didScore", done.stream().anyMatch(SCORING::contains));
        known.put("didVerify", done.contains("verify-scores"));
        known.put("didConfirmMinutes", done.contains("confirm-minutes"));
        known.put("didApprove", done.contains("approve-result"));
        known.put("didAnswer", done.contains("answer-approver"));
        known.put("actVoided", record.voided().contains(task));
    }
}
