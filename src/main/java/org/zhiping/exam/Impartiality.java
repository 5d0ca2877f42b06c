package org.zhiping.exam;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Application;
import org.zhiping.intake.Claims;
import org.zhiping.platform.Refusal.Fault;

/** Who may assess whom 回避: nobody their own case, that of a colleague, or one to which they declared a relation. */
@Component
class Impartiality {

    private final Accounts accounts;
    private final Recusals recusals;

    Impartiality(Accounts accounts, Recusals recusals) {
        this.accounts = accounts;
        this.recusals = recusals;
    }

    /** One fault for each person who is unknown, disabled or without the role. */
    List<Fault> unfit(String field, Collection<String> people, Role role) {
        return people.stream()
                .filter(person -> accounts.find(person).filter(account -> account.enabled() && account.has(role)).isEmpty())
                .map(person -> new Fault(field, "staff-not-" + role.id(), person)).toList();
    }

    /** One fault for each person and case that may not meet. */
    List<Fault> conflicts(String field, Collection<String> people, Collection<Application> cases) {
        List<Fault> faults = new ArrayList<>();
        for (Account account : people.stream().flatMap(person -> accounts.find(person).stream()).toList()) {
            Set<String> declared = recusals.declared(account.id(), cases.stream().map(Application::caseNumber).toList());
            for (Application application : cases) {
                if (account.id().equals(application.applicant())) {
                    faults.add(new Fault(field, "recused-self", account.name(), application.caseNumber()));
                } else if (colleagues(account, application)) {
                    faults.add(new Fault(field, "recused-employer", account.name(), application.caseNumber()));
                } else if (declared.contains(application.caseNumber())) {
                    faults.add(new Fault(field, "recused-declared", account.name(), application.caseNumber()));
                }
            }
        }
        return faults;
    }

    private static boolean colleagues(Account account, Application application) {
        Stream<String> presentJobs = application.claims().jobs().stream().filter(job -> job.to().isBlank())
                .map(Claims.Job::employer);
        String own = plain(account.employer());
        return !own.isEmpty() && Stream.concat(Stream.of(application.employer()), presentJobs)
                .anyMatch(employer -> own.equals(plain(employer)));
    }

    private static String plain(String employer) {
        return employer == null ? "" : employer.replaceAll("[\\s　]", "").replace('（', '(').replace('）', ')').toLowerCase();
    }
}
