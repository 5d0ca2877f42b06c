package org.zhiping.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.casework.Reminders.Kind;
import org.zhiping.identity.Role;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.Milestones;
import org.zhiping.notice.StaffNotices;
import org.zhiping.platform.process.Deadlines;
import org.zhiping.platform.process.Deadlines.Term;
import org.zhiping.platform.process.ProcessBean;

/**
 * Reminds people of what waits for them. A timer only says that it is time to look; what is told follows from the clock:
 * before the deadline a reminder, after it that the step is overdue, and later those who lead the role hear of it too, or the managers. What nobody could be told of does not count as told.
 */
@ProcessBean("reminders")
@Transactional
public class ReminderSteps {

    /**
     * @param id     names this wait and no other
     * @param holder whoever has the task, or null
     */
    private record Wait(String id, String step, String number, String part, String holder, Term term) {
    }

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Reminders reminders;
    private final Staff staff;
    private final DeadlineSteps terms;
    private final Deadlines deadlines;
    private final Applications applications;
    private final Milestones milestones;
    private final StaffNotices notices;
    private final Clock clock;

    ReminderSteps(TaskService tasks, RuntimeService runtime, Reminders reminders, Staff staff, DeadlineSteps terms,
                  Deadlines deadlines, Applications applications, Milestones milestones, StaffNotices notices, Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.reminders = reminders;
        this.staff = staff;
        this.terms = terms;
        this.deadlines = deadlines;
        this.applications = applications;
        this.milestones = milestones;
        this.notices = notices;
        this.clock = clock;
    }

    /** Whoever has the task, or everybody who may take it. */
    public void ofTask(String step, String number) {
        open(step, number).list().forEach(task -> remind(task, number));
    }

    /** This person's task, where a step is one task for each of several people. */
    public void ofTask(String step, String number, String assignee) {
        open(step, number).taskAssignee(assignee).list().forEach(task -> remind(task, number));
    }

    private TaskQuery open(String step, String number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step);
    }

    private void remind(Task task, String number) {
        String step = task.getTaskDefinitionKey();
        Term term = deadlines.until(step, day(task.getDueDate().toInstant()));
        tell(new Wait(task.getId(), step, number, "", task.getAssignee(), term), staff.responsible(task), staff.roles(task));
    }

    /** A candidate waits for a seat or a score, which is the exam officers' concern. */
    public void ofWait(String step, String caseNumber, String part) {
        since(step, caseNumber, part).ifPresent(wait -> tell(new Wait(wait.getId(), step, caseNumber, part, null,
                terms.from(step, caseNumber, part, wait.getCreated().toInstant())), staff.with(Role.EXAM_OFFICER), List.of(Role.EXAM_OFFICER)));
    }

    private Optional<EventSubscription> since(String message, String caseNumber, String part) {
        return runtime.createExecutionQuery().processInstanceBusinessKey(caseNumber).messageEventSubscriptionName(message)
                .processVariableValueEquals("part", part).list().stream().findFirst()
                .map(execution -> runtime.createEventSubscriptionQuery().eventName(message).executionId(execution.getId()).singleResult());
    }

    private void tell(Wait wait, Collection<String> people, Collection<Role> roles) {
        Instant now = clock.instant();
        if (!now.isAfter(wait.term().due())) {
            tell(wait, Kind.REMINDER, people, "reminder");
            return;
        }
        tell(wait, Kind.OVERDUE, people, "overdue");
        if (!now.isBefore(wait.term().escalateAt())) {
            tell(wait, Kind.ESCALATED, staff.leading(roles, wait.holder()), "escalated-overdue");
        }
    }

    private void tell(Wait wait, Kind kind, Collection<String> people, String notice) {
        if (!people.isEmpty() && reminders.first(wait.id(), kind)) {
            Map<String, String> values = new HashMap<>(Map.of("task", wait.step(), "due", day(wait.term().due()).toString()));
            if (!wait.part().isEmpty()) {
                values.put("part", wait.part());
            }
            notices.tell(people, notice, notice + ":" + wait.id(), wait.number(), values);
        }
    }

    /** The applicant, whose materials came back, hears it while there is time left. */
    public void ofSupplement(String caseNumber) {
        Application application = applications.lock(caseNumber);
        if (application.status() == ApplicationStatus.RETURNED && clock.instant().isBefore(application.supplementUntil())
                && reminders.first(caseNumber + " until " + application.supplementUntil(), Kind.REMINDER)) {
            milestones.reach(caseNumber, Milestone.SUPPLEMENT_REMINDED,
                    Map.of("due", day(application.supplementUntil()).toString()));
        }
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}
