package org.zhiping.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.casework.ComingDuties.Duty;
import org.zhiping.exam.ScorerChange;
import org.zhiping.identity.Absences;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Leads;
import org.zhiping.identity.Role;
import org.zhiping.platform.CaseRefusal;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.Tasks;

/**
 * Open tasks of somebody who is away or leaves, in other hands: one by one to the deputy, or all in one act. Each task moves in a
 * transaction of its own with its line in the record, so that one that is refused keeps none of the others.
 */
@Component
public class Handover {

    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

    /** @param against why it would stay, null where it would go */
    public record Line(Tasks.Item task, Refusal against) {
    }

    /** An act of the past. @param moved tasks that went @param stayed those that were refused */
    public record Act(Instant at, String by, String reason, boolean closed, int moved, int stayed) {
    }

    /** An act of somebody who leaves. */
    private static final class Begun {

        private final String by;
        private final String person;
        private Long id;

        Begun(String by, String person) {
            this.by = by;
            this.person = person;
        }
    }

    private final Tasks tasks;
    private final Successions successions;
    private final Handovers record;
    private final Accounts accounts;
    private final Absences absences;
    private final Leads leads;
    private final ComingDuties coming;
    private final ScorerChange scorers;
    private final Texts texts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Handover(Tasks tasks, Successions successions, Handovers record, Accounts accounts, Absences absences, Leads leads,
             ComingDuties coming, ScorerChange scorers, Texts texts, PlatformTransactionManager transactions, Clock clock) {
        this.tasks = tasks;
        this.successions = successions;
        this.record = record;
        this.accounts = accounts;
        this.absences = absences;
        this.leads = leads;
        this.coming = coming;
        this.scorers = scorers;
        this.texts = texts;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A deputy takes a task of somebody who is away now; who has it already keeps it. @throws Refusal where they do not stand in or may not have it */
    public void takeOver(String taskId, String deputy) {
        transaction.executeWithoutResult(status -> {
            Tasks.Item task = tasks.find(taskId).orElseThrow(() -> Refusal.notFound("task-not-open"));
            if (deputy.equals(task.assignee())) {
                return;
            }
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
        checkSuccessor(person, to);
        return tasks.mine(person).stream().map(task -> new Line(task, against(task, to, by).orElse(null))).toList();
    }

    /** What this person is expected to do later; whoever may hand over sees it. */
    public List<Duty> duties(String person, String by) {
        allow(person, by);
        return coming.of(person);
    }

    /**
     * All open tasks of a person in one act, and with a colleague their duties in sessions that are still to be held; what is refused
     * stays and is told. Where there is nothing to do nothing is recorded.
     *
     * @param to    a colleague, or null for the people of the roles
     * @param close whether the account is closed with it
     * @return the tasks that stayed
     */
    public List<Line> all(String person, String to, boolean close, String by) {
        allow(person, by);
        checkSuccessor(person, to);
        boolean closing = close && accounts.find(person).filter(Account::enabled).isPresent();
        List<String> sessions = to == null ? List.of() : coming.sessions(person);
        List<Tasks.Item> left = tasks.mine(person);
        if (left.isEmpty() && sessions.isEmpty() && !closing) {
            return List.of();
        }
        Begun act = new Begun(by, person);
        sessions.forEach(session -> moveDuty(act, session, to));
        List<Line> stayed = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (!left.isEmpty()) {
            left.stream().map(task -> move(act, task, to)).filter(line -> line.against() != null).forEach(stayed::add);
            left.forEach(task -> seen.add(task.id()));
            left = tasks.mine(person).stream().filter(task -> !seen.contains(task.id())).toList();
        }
        if (closing) {
            write(act, id -> {
                accounts.enable(person, false, by);
                record.close(id);
            });
        }
        return stayed;
    }

    /** The session's record has it; a duty that is refused is still among the duties of the person. */
    private void moveDuty(Begun act, String session, String to) {
        try {
            write(act, id -> scorers.replace(session, act.person, to, texts.of("handover.reason"), act.by));
        } catch (Refusal stays) {
            LOG.info("{} keeps the duty in session {}: {}", act.person, session, stays.getMessage());
        }
    }

    /** The act is written with the first thing that is done in it, so that one broken off before leaves nothing. */
    private void write(Begun act, LongConsumer what) {
        act.id = transaction.execute(status -> {
            long id = act.id == null ? record.begin(act.by, act.person, "leaving") : act.id;
            what.accept(id);
            return id;
        });
    }

    private void checkSuccessor(String person, String to) {
        if (to != null && (to.equals(person) || accounts.find(to).filter(Account::enabled).isEmpty())) {
            throw Refusal.invalid("to", "handover-to");
        }
    }

    /** Newest first. */
    public List<Act> acts(String person) {
        return record.of(person);
    }

    private Line move(Begun act, Tasks.Item task, String to) {
        Line moved = new Line(task, null);
        try {
            write(act, id -> {
                successions.move(task, to, act.by);
                record.add(id, moved, to, null);
            });
            return moved;
        } catch (Refusal against) {
            Line stayed = new Line(task, against);
            write(act, id -> record.add(id, stayed, to, against.getMessage()));
            return stayed;
        }
    }

    private Optional<Refusal> against(Tasks.Item task, String to, String by) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            CaseRefusal.onlyTried();
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
