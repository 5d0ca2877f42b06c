package org.zhiping.exam;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/** Who may assess whom 回避, as the table of the separation of duties has it. */
@Component
class Impartiality {

    private final Accounts accounts;
    private final Conflicts conflicts;

    Impartiality(Accounts accounts, Conflicts conflicts) {
        this.accounts = accounts;
        this.conflicts = conflicts;
    }

    /** One fault for each person who is unknown, disabled or without the role. */
    List<Fault> unfit(String field, Collection<String> people, Role role) {
        return people.stream()
                .filter(person -> accounts.find(person).filter(account -> account.enabled() && account.has(role)).isEmpty())
                .map(person -> new Fault(field, "staff-not-" + role.id(), person)).toList();
    }

    /** One fault for each person and case that may not meet in this task. */
    List<Fault> conflicts(String field, Collection<String> people, String task, Collection<String> caseNumbers) {
        return people.stream().flatMap(person -> conflicts.against(person, task, caseNumbers).stream()
                .map(conflict -> new Fault(field, conflict.reason(), conflict.args()))).toList();
    }

    /** Before somebody settles who scores, or that somebody does no longer. @param task of those who settle it in the first place */
    void requireGiver(String person, String task, Collection<String> caseNumbers) {
        conflicts.requireGiver(person, List.of(task), caseNumbers);
    }

    /** Before somebody acts outside of a task, or a relation has come up since the task was given. */
    void require(String person, String task, Collection<String> caseNumbers) {
        conflicts.against(person, task, caseNumbers).stream().findFirst().ifPresent(conflict -> {
            throw Refusal.forbidden(conflict.reason(), conflict.args());
        });
    }
}
