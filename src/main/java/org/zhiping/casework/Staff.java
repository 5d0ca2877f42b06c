package org.zhiping.casework;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Leads;
import org.zhiping.identity.Role;

/** Who is to be told about a piece of work: account ids of people who can still sign in. */
@Component
class Staff {

    private static final Map<String, Role> CHOSEN_FOR = Map.of("enter-scores", Role.EVALUATOR,
            "score-candidate", Role.PANEL_MEMBER, "confirm-minutes", Role.PANEL_MEMBER);

    private final Accounts accounts;
    private final Leads leads;
    private final TaskService tasks;

    Staff(Accounts accounts, Leads leads, TaskService tasks) {
        this.accounts = accounts;
        this.leads = leads;
        this.tasks = tasks;
    }

    Collection<String> with(Role role) {
        return accounts.withRole(role).stream().map(Account::id).toList();
    }

    /** Those who lead one of these roles; the managers where nobody does. */
    Collection<String> leading(Collection<Role> roles) {
        List<String> found = roles.stream().flatMap(role -> leads.of(role).stream()).distinct().toList();
        return found.isEmpty() ? with(Role.MANAGER) : found;
    }

    /** Whose work the task is: its candidate groups, or the role that its person was chosen for. */
    Collection<Role> roles(Task task) {
        List<Role> groups = tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull)
                .flatMap(group -> Role.of(group).stream()).distinct().toList();
        return groups.isEmpty() ? Optional.ofNullable(CHOSEN_FOR.get(task.getTaskDefinitionKey())).stream().toList() : groups;
    }

    /** Whoever has the task; while nobody has, all who may take it. */
    Collection<String> responsible(Task task) {
        return task.getAssignee() != null ? List.of(task.getAssignee())
                : roles(task).stream().flatMap(role -> with(role).stream()).distinct().toList();
    }
}
