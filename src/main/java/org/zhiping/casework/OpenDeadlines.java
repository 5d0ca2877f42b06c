package org.zhiping.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.platform.calendar.WorkingCalendar;
import org.zhiping.platform.process.Deadlines;
import org.zhiping.platform.process.Deadlines.Term;

/**
 * The deadlines of what is open now, compared with what the calendar and the table of deadlines in force give. An applicant's
 * time for a supplement, once told, is only ever made longer; publicity 公示 that was announced stays as announced.
 */
@Component
@Transactional
public class OpenDeadlines {

    private static final int AT_ONCE = 500;
    private static final String SUPPLEMENT = "supplement-materials";
    private static final List<String> WAITS = List.of("candidate-seated", "part-scored");

    /** @param step user-task id, or the name of what a candidate waits for */
    public record Move(String number, String step, Instant before, Instant after) {
    }

    private record Wait(String taskId, String executionId, Move move, Term term) {

        boolean moves() {
            return !move.before().equals(move.after());
        }
    }

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final CommandExecutor commands;
    private final DeadlineSteps steps;
    private final Deadlines deadlines;
    private final DeadlineMoves moves;
    private final WorkingCalendar calendar;
    private final Applications applications;
    private final Clock clock;

    OpenDeadlines(TaskService tasks, RuntimeService runtime, @Qualifier("commandExecutorTxRequired") CommandExecutor commands,
                  DeadlineSteps steps, Deadlines deadlines, DeadlineMoves moves, WorkingCalendar calendar, Applications applications, Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.commands = commands;
        this.steps = steps;
        this.deadlines = deadlines;
        this.moves = moves;
        this.calendar = calendar;
        this.applications = applications;
        this.clock = clock;
    }

    /** What would move now, the earliest deadline first. */
    @Transactional(readOnly = true)
    public List<Move> wouldMove() {
        return moving().map(Wait::move).sorted((one, other) -> one.before().compareTo(other.before())).toList();
    }

    /** Moves them, with the times of reminders and escalations, and records the act. @return how many moved */
    public int recompute(String by) {
        List<Wait> moving = moving().toList();
        if (!moving.isEmpty()) {
            moving.forEach(this::move);
            moves.add(calendar.recordMoves(moving.size(), by), moving.stream().map(Wait::move).toList());
        }
        return moving.size();
    }

    private void move(Wait wait) {
        if (wait.move().step().equals(SUPPLEMENT)) {
            Application application = applications.lock(wait.move().number());
            application.extendSupplement(wait.move().after());
            applications.save(application);
        }
        commands.execute(new MoveDeadline(wait.taskId(), wait.executionId(), wait.term()));
    }

    private Stream<Wait> moving() {
        return Stream.concat(ofTasks().stream(), WAITS.stream().flatMap(step -> ofWaits(step).stream())).filter(Wait::moves);
    }

    private List<Wait> ofTasks() {
        List<Wait> found = new ArrayList<>();
        List<Task> page;
        do {
            page = tasks.createTaskQuery().initializeFormKeys().orderByTaskId().asc().listPage(found.size(), AT_ONCE);
            Map<String, String> numbers = numbers(page.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()));
            page.forEach(task -> found.add(ofTask(task, numbers.get(task.getProcessInstanceId()))));
        } while (page.size() == AT_ONCE);
        return found;
    }

    private Wait ofTask(Task task, String number) {
        String step = task.getTaskDefinitionKey();
        Instant before = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        if (before == null || step.equals(SUPPLEMENT) && applications.find(number).status() != ApplicationStatus.RETURNED) {
            return new Wait(task.getId(), task.getExecutionId(), new Move(number, step, Instant.MIN, Instant.MIN), null);
        }
        Object part = runtime.getVariable(task.getExecutionId(), "part");
        Term term = step.equals(SUPPLEMENT) ? deadlines.from(step, day(task.getCreateTime().toInstant()))
                : steps.from(step, number, part == null ? "" : part.toString(), task.getCreateTime().toInstant());
        boolean keeps = step.equals(SUPPLEMENT) && term.due().isBefore(before);
        return new Wait(task.getId(), task.getExecutionId(), new Move(number, step, before, keeps ? before : term.due()), term);
    }

    /** A wait has no date of its own: what is compared is the moment of its reminder and of its escalation. */
    private List<Wait> ofWaits(String step) {
        List<EventSubscription> waiting = runtime.createEventSubscriptionQuery().eventType("message").eventName(step).list();
        Map<String, String> numbers = numbers(waiting.stream().map(EventSubscription::getProcessInstanceId).collect(Collectors.toSet()));
        return waiting.stream().map(wait -> {
            String number = numbers.get(wait.getProcessInstanceId());
            Object part = runtime.getVariable(wait.getExecutionId(), "part");
            Term term = steps.from(step, number, String.valueOf(part), wait.getCreated().toInstant());
            Instant before = commands.execute(new EscalationOf(wait.getExecutionId())).orElse(term.escalateAt());
            return new Wait(null, wait.getExecutionId(), new Move(number, step, before, term.escalateAt()), term);
        }).toList();
    }

    private Map<String, String> numbers(Set<String> instances) {
        return instances.isEmpty() ? Map.of() : runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}
