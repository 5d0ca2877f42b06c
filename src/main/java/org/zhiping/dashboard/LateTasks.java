package org.zhiping.dashboard;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Accounts;
import org.zhiping.platform.process.StepNames;
import org.zhiping.platform.process.Tasks;

/** What is overdue, for the managers to whom it was escalated. */
@Component
class LateTasks {

    private static final int MOST = 50;

    /**
     * @param number     case or session
     * @param holder     name of whoever has taken it, or null
     * @param releasable true when it can be given back to the people of its role
     */
    public record Line(String id, String step, String number, Instant due, String holder, boolean releasable) {
    }

    private final Tasks tasks;
    private final StepNames steps;
    private final Accounts accounts;
    private final Clock clock;

    LateTasks(Tasks tasks, StepNames steps, Accounts accounts, Clock clock) {
        this.tasks = tasks;
        this.steps = steps;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The longest overdue first. */
    List<Line> lines() {
        return tasks.late(clock.instant(), MOST).stream().map(late -> line(late.task(), late.releasable())).toList();
    }

    private Line line(Tasks.Item task, boolean releasable) {
        return new Line(task.id(), steps.of(task.key(), task.name()), task.businessKey(), task.due(),
                task.assignee() == null ? null : accounts.nameOf(task.assignee()), releasable);
    }

    /** Gives it back, so that somebody else can take it. */
    void release(String taskId, String by) {
        tasks.unclaim(taskId, by);
    }
}
