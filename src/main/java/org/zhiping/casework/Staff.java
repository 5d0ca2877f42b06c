package org.zhiping.casework;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Absences;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Leads;
import org.zhiping.identity.Role;
import org.zhiping.identity.StepRoles;

/** Who is to be told about a piece of work: account ids of people who can still sign in. */
@Component
class Staff {

    private final Accounts accounts;
    private final Leads leads;
    private final Absences absences;
    private final TaskService tasks;
    private final Clock clock;

    Staff(Accounts accounts, Leads leads, Absences absences, TaskService tasks, Clock clock) {
        this.accounts = accounts;
        this.leads = leads;
        this.absences = absences;
        this.tasks = tasks;
        this.clock = clock;
    }

    Collection<String> with(Role role) {
        return accounts.withRole(role).stream().map(Account::id).toList();
    }

    /**
     * Those who lead one of these roles. Where none of them would hear of it, because nobody leads the role, the lead has the task or is away
     * with nobody to stand in, the managers; where there is no manager, the administrators.
     *
     * @param holder whoever has the task, or null
     */
    Collection<String> leading(Collection<Role> roles, String holder) {
        Set<String> found = roles.stream().flatMap(role -> leads.of(role).stream()).filter(lead -> !lead.equals(holder))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (found.stream().noneMatch(this::hears)) {
            found.addAll(aboveLeads());
        }
        return found;
    }

    /** Those who can make somebody a lead or see to it: the managers; where there is none, the administrators. */
    Collection<String> aboveLeads() {
        Collection<String> managers = with(Role.MANAGER);
        return managers.isEmpty() ? with(Role.ADMINISTRATOR) : managers;
    }

    private boolean hears(String person) {
        return !absences.isAway(person) || absences.deputy(person, clock.instant()).isPresent();
    }

    /** Whose work the task is: its candidate groups, or the role that its person was chosen for. */
    Collection<Role> roles(Task task) {
        List<Role> groups = tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull)
                .flatMap(group -> Role.of(group).stream()).distinct().toList();
        return groups.isEmpty() ? StepRoles.of(task.getTaskDefinitionKey()).stream().toList() : groups;
    }

    /** Whoever has the task, or those who lead them once they have left; while nobody has it, all who may take it. */
    Collection<String> responsible(Task task) {
        String holder = task.getAssignee();
        if (holder != null) {
            return accounts.find(holder).filter(Account::enabled).isPresent() ? List.of(holder) : leading(roles(task), holder);
        }
        return roles(task).stream().flatMap(role -> with(role).stream()).distinct().toList();
    }
}
