package org.zhiping.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.casework.Reminders.Kind;
import org.zhiping.notice.StaffNotices;
import org.zhiping.platform.process.Deadlines;
import org.zhiping.platform.process.Deadlines.Term;
import org.zhiping.platform.process.Tasks;

/**
 * A task that somebody took and let lie, in spite of a reminder and an escalation, goes back to the people of its role where
 * {@code deadlines.dmn} says so: once for each task, whoever takes it next keeps it. Who took it late has the days of the table as well.
 * What fell due while no server ran is done once.
 */
@Component
class LetLie {

    private static final Logger LOG = LoggerFactory.getLogger(LetLie.class);

    private final TaskService engineTasks;
    private final HistoryService history;
    private final Tasks tasks;
    private final Deadlines deadlines;
    private final Reminders reminders;
    private final Staff staff;
    private final StaffNotices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LetLie(TaskService engineTasks, HistoryService history, Tasks tasks, Deadlines deadlines, Reminders reminders, Staff staff, StaffNotices notices,
           PlatformTransactionManager transactions, Clock clock) {
        this.engineTasks = engineTasks;
        this.history = history;
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.reminders = reminders;
        this.staff = staff;
        this.notices = notices;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(cron = "${zhiping.give-back-scan:15 * * * * *}")
    void scan() {
        Map<String, Boolean> givenBack = new HashMap<>();
        engineTasks.createTaskQuery().dueBefore(Date.from(clock.instant())).taskAssigned().withCandidateGroups().includeAssignedTasks().list().stream()
                .filter(task -> givenBack.computeIfAbsent(task.getTaskDefinitionKey(), step -> deadlines.limit(step).giveBackDays() > 0))
                .forEach(this::seen);
    }

    /** One transaction a task; one that cannot be given back holds no other up and is tried again. */
    private void seen(Task task) {
        try {
            transaction.executeWithoutResult(status -> see(task));
        } catch (RuntimeException failed) {
            LOG.error("The task {} ({}) that was let lie is not given back yet", task.getId(), task.getTaskDefinitionKey(), failed);
        }
    }

    private void see(Task task) {
        Term term = deadlines.until(task.getTaskDefinitionKey(), day(task.getDueDate()));
        if (term.giveBackAt() != null && !clock.instant().isBefore(term.giveBackAt())
                && !clock.instant().isBefore(deadlines.keptUntil(task.getTaskDefinitionKey(), taken(task))) && reminders.first(task.getId(), Kind.GIVEN_BACK)) {
            tasks.find(task.getId()).filter(now -> task.getAssignee().equals(now.assignee())).ifPresent(now -> giveBack(task, now.businessKey()));
        }
    }

    private LocalDate taken(Task task) {
        return day(history.createUserOperationLogQuery().taskId(task.getId()).property(TaskEntity.ASSIGNEE).orderByTimestamp().desc().listPage(0, 1).stream()
                .map(UserOperationLogEntry::getTimestamp).findFirst().orElse(task.getCreateTime()));
    }

    private LocalDate day(Date moment) {
        return LocalDate.ofInstant(moment.toInstant(), clock.getZone());
    }

    private void giveBack(Task task, String number) {
        tasks.handOver(task.getId(), null, null);
        Collection<String> group = staff.responsible(engineTasks.createTaskQuery().taskId(task.getId()).singleResult());
        Set<String> told = new LinkedHashSet<>(List.of(task.getAssignee()));
        told.addAll(group);
        told.addAll(staff.leading(staff.roles(task), null));
        notices.tell(told, "given-back", "given-back:" + task.getId(), number, Map.of("task", task.getTaskDefinitionKey(),
                "due", day(task.getDueDate()).toString()));
    }
}
