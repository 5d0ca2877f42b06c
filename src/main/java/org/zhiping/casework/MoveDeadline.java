package org.zhiping.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.zhiping.platform.process.Deadlines.Term;

/**
 * Sets anew when a wait is due and when its timers fire. A command of our own, for the engine's services leave a repeating
 * timer with the dates that it was made with, and so would escalate at the old time.
 *
 * @param taskId null where the wait is no task
 */
record MoveDeadline(String taskId, String executionId, Term term) implements Command<Void> {

    private static final String SUPPLEMENT_ENDS = "supplement-deadline";

    /** When a timer of two firings began, and how long after that the second one comes. */
    static String cycle(Term term) {
        return "R1/" + DateTimeFormatter.ISO_INSTANT.format(term.remindAt()) + "/" + Duration.between(term.remindAt(), term.escalateAt());
    }

    @Override
    public Void execute(CommandContext context) {
        TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        if (task != null) {
            task.setDueDate(Date.from(term.due()));
            task.triggerUpdateEvent();
        }
        context.getJobManager().findTimersByExecutionId(executionId).forEach(this::set);
        return null;
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
