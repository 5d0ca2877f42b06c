package org.zhiping.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.identity.Absences;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Leads;
import org.zhiping.identity.Role;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Tasks;

/**
 * Open tasks of somebody who is away or leaves, in other hands: one by one to the deputy, or all in one act. Each task moves in a
 * transaction of its own with its line in the record, so that one that is refused keeps none of the others.
 */
@Component
public class Handover {

    /** @param against why it would stay, null where it would go */
    public record Line(Tasks.Item task, Refusal against) {
    }

    /** An act of the past. @param moved tasks that went @param stayed those that were refused */
    public record Act(Instant at, String by, String reason, boolean closed, int moved, int stayed) {
    }

    private final Tasks tasks;
    private final Successions successions;
    private final Handovers record;
    private final Accounts accounts;
    private final Absences absences;
    private final Leads leads;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Handover(Tasks tasks, Successions successions, Handovers record, Accounts accounts, Absences absences, Leads leads,
             PlatformTransactionManager transactions, Clock clock) {
        this.tasks = tasks;
        this.successions = successions;
        this.record = record;
        this.accounts = accounts;
        this.absences = absences;
        this.leads = leads;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A deputy takes a task of somebody who is away now. @throws Refusal where they do not stand in or may not have it */
    public void takeOver(String taskId, String deputy) {
        transaction.executeWithoutResult(status -> {
            Tasks.Item task = tasks.find(taskId).orElseThrow(() -> Refusal.notFound("task-not-open"));
            if (task.assignee() == null || absences.deputy(task.assignee(), clock.instant()).filter(deputy::equals).isEmpty()) {
                throw Refusal.forbidden("not-deputy");
            }
            successions.move(task, deputy, deputy);
            record.add(record.begin(deputy, task.assignee(), "absence"), new Line(task, null), deputy, null);
        });
    }

    /** What would become of each open task; tried out and taken back. @param to a colleague, or null for the people of the roles */
    public List<Line> preview(String person, String to, String by) {
        allow(person, by);
        return tasks.mine(person).stream().map(task -> new Line(task, against(task, to, by).orElse(null))).toList();
    }

    /**
     * All open tasks of a person in one act; those that are refused stay and are told.
     *
     * @param to    a colleague, or null for the people of the roles
     * @param close whether the account is closed with it
     * @return the tasks that stayed
     */
    public List<Line> all(String person, String to, boolean close, String by) {
        allow(person, by);
        if (to != null && (to.equals(person) || accounts.find(to).filter(Account::enabled).isEmpty())) {
            throw Refusal.invalid("to", "handover-to");
        }
        long act = transaction.execute(status -> record.begin(by, person, "leaving"));
        List<Line> stayed = tasks.mine(person).stream().map(task -> move(act, task, to, by)).filter(line -> line.against() != null).toList();
        if (close) {
            transaction.executeWithoutResult(status -> {
                accounts.enable(person, false, by);
                record.close(act);
            });
        }
        return stayed;
    }

    /** Newest first. */
    public List<Act> acts(String person) {
        return record.of(person);
    }

    private Line move(long act, Tasks.Item task, String to, String by) {
        Line moved = new Line(task, null);
        try {
            transaction.executeWithoutResult(status -> {
                successions.move(task, to, by);
                record.add(act, moved, to, null);
            });
            return moved;
        } catch (Refusal against) {
            Line stayed = new Line(task, against);
            transaction.executeWithoutResult(status -> record.add(act, stayed, to, against.getMessage()));
            return stayed;
        }
    }

    private Optional<Refusal> against(Tasks.Item task, String to, String by) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                successions.move(task, to, by);
                return Optional.empty();
            } catch (Refusal refusal) {
                return Optional.of(refusal);
            }
        });
    }

    /** An administrator, or one who leads this person; somebody with a role that cannot be led is an administrator's matter. */
    private void allow(String person, String by) {
        Account account = accounts.find(person).orElseThrow(() -> Refusal.notFound("account-unknown", person));
        boolean administrator = accounts.find(by).filter(other -> other.enabled() && other.has(Role.ADMINISTRATOR)).isPresent();
        boolean led = leads.leads(by, person) && account.roles().stream().allMatch(Role::caseWork);
        if (by.equals(person) || !administrator && !led) {
            throw Refusal.forbidden("handover-not-led");
        }
    }
}
