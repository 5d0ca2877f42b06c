package org.zhiping.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.zhiping.platform.process.Deadlines.Term;

/**
 * Sets anew when a wait is due and when its timers fire. A command of our own, for the engine's services leave a repeating
 * timer with the dates that it was made with, and so would escalate at the old time.
 *
 * @param taskId      null where the wait is no task
 * @param executionId of a wait that is no task
 * @param before      when a task was due, or a wait would escalate, as it was looked at
 */
record MoveDeadline(String taskId, String executionId, Instant before, Term term) implements Command<Boolean> {

    private static final String SUPPLEMENT_ENDS = "supplement-deadline";

    /** When a timer of two firings began, and how long after that the second one comes. */
    static String cycle(Term term) {
        return "R1/" + DateTimeFormatter.ISO_INSTANT.format(term.remindAt()) + "/" + Duration.between(term.remindAt(), term.escalateAt());
    }

    /** When a timer with this {@link #cycle} fires for the second time. */
    static Instant escalation(String cycle) {
        String[] parts = cycle.split("/");
        return Instant.parse(parts[1]).plus(Duration.parse(parts[2]));
    }

    /** @return false where the wait is over, or has been moved meanwhile by somebody else */
    @Override
    public Boolean execute(CommandContext context) {
        if (taskId == null) {
            List<TimerEntity> timers = context.getJobManager().findTimersByExecutionId(executionId);
            boolean here = timers.stream().anyMatch(timer -> timer.getRepeat() != null && escalation(timer.getRepeat()).equals(before));
            timers.stream().filter(timer -> here).forEach(this::set);
            return here;
        }
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task == null || task.getDueDate() == null || !task.getDueDate().toInstant().equals(before)) {
            return false;
        }
        task.setDueDate(Date.from(term.due()));
        task.triggerUpdateEvent();
        context.getJobManager().findTimersByExecutionId(task.getExecutionId()).forEach(this::set);
        return true;
    }

    private void set(TimerEntity timer) {
        if (SUPPLEMENT_ENDS.equals(timer.getActivityId())) {
            timer.setDuedate(Date.from(term.due()));
        } else if (timer.getRepeat() == null) {
            timer.setDuedate(Date.from(term.remindAt()));
        } else {
            Instant first = Instant.parse(timer.getRepeat().split("/")[1]);
            timer.setDuedate(Date.from(timer.getDuedate().toInstant().isAfter(first) ? term.escalateAt() : term.remindAt()));
            timer.setRepeat(cycle(term));
        }
    }
}
