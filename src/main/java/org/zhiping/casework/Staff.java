package org.zhiping.casework;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;

/** Who is to be told about a piece of work: account ids of people who can still sign in. */
@Component
class Staff {

    private final Accounts accounts;
    private final TaskService tasks;

    Staff(Accounts accounts, TaskService tasks) {
        this.accounts = accounts;
        this.tasks = tasks;
    }

    Collection<String> with(Role role) {
        return accounts.withRole(role).stream().map(Account::id).toList();
    }

    /** Whoever has the task; while nobody has, all who may take it. */
    Collection<String> responsible(Task task) {
        return task.getAssignee() != null ? List.of(task.getAssignee())
                : tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull)
                        .flatMap(group -> Role.of(group).stream()).flatMap(role -> with(role).stream()).distinct().toList();
    }
}
