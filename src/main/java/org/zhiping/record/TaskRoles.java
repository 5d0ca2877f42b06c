package org.zhiping.record;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.identity.StepRoles;

/** In which of their roles somebody acts on a task. */
@Component
class TaskRoles {

    private final Accounts accounts;

    TaskRoles(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @param groups candidate groups of the task where they are known; the first that the person has counts */
    String of(String task, List<String> groups, String person) {
        if (groups.isEmpty() || person == null) {
            return usual(task);
        }
        return groups.stream().filter(group -> Role.of(group).filter(role -> accounts.find(person).filter(account -> account.has(role)).isPresent())
                .isPresent()).findFirst().orElse(groups.get(0));
    }

    static String usual(String task) {
        return StepRoles.of(task).map(Role::id).orElse("");
    }
}
