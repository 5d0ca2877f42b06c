package org.zhiping.casework;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Leads;
import org.zhiping.identity.Role;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Tasks;

/** Open tasks of a case or session as a lead sees them: to whom each could be given. */
@Component
public class LedTasks {

    /** @param colleagues people of the task's role but whoever has it; none where its person was chosen and has to be replaced */
    public record Line(Tasks.Item task, boolean personal, List<Account> colleagues) {
    }

    private final Tasks tasks;
    private final TaskService engineTasks;
    private final Staff staff;
    private final Leads leads;
    private final Accounts accounts;
    private final CaseDuties duties;

    LedTasks(Tasks tasks, TaskService engineTasks, Staff staff, Leads leads, Accounts accounts, CaseDuties duties) {
        this.duties = duties;
        this.tasks = tasks;
        this.engineTasks = engineTasks;
        this.staff = staff;
        this.leads = leads;
        this.accounts = accounts;
    }

    /** Those of a role that this account leads. @throws Refusal (FORBIDDEN) where the lead may not settle who does them */
    public List<Line> of(String number, String lead) {
        List<Line> lines = tasks.of(number).stream().map(item -> line(item, lead)).filter(Objects::nonNull).toList();
        duties.giver(lead, lines.stream().map(line -> line.task().key()).distinct().toList(), duties.casesOf(number)).ifPresent(refusal -> {
            throw refusal;
        });
        return lines;
    }

    private Line line(Tasks.Item item, String lead) {
        Collection<Role> led = staff.roles(engineTasks.createTaskQuery().taskId(item.id()).singleResult()).stream()
                .filter(role -> leads.leads(lead, role)).toList();
        if (led.isEmpty()) {
            return null;
        }
        boolean personal = engineTasks.getIdentityLinksForTask(item.id()).stream().allMatch(link -> link.getGroupId() == null);
        return new Line(item, personal, personal ? List.of() : led.stream().flatMap(role -> accounts.withRole(role).stream()).distinct()
                .filter(account -> !account.id().equals(item.assignee())).toList());
    }
}
