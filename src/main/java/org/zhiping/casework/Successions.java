package org.zhiping.casework;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.zhiping.exam.Panels;
import org.zhiping.exam.ScorerChange;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.Tasks;

/**
 * How a task comes into other hands, by its kind: a scorer is replaced in the session, a member who has not scored on the panel,
 * and a task of a role changes its assignee. A chair who has to confirm minutes cannot be replaced but by recalling the panel.
 */
@Component
class Successions {

    private final CaseDuties duties;
    private final Tasks tasks;
    private final TaskService engineTasks;
    private final ScorerChange scorers;
    private final Panels panels;
    private final Texts texts;

    Successions(CaseDuties duties, Tasks tasks, TaskService engineTasks, ScorerChange scorers, Panels panels, Texts texts) {
        this.duties = duties;
        this.tasks = tasks;
        this.engineTasks = engineTasks;
        this.scorers = scorers;
        this.panels = panels;
        this.texts = texts;
    }

    /**
     * In the running transaction.
     *
     * @param to null for the people of its role
     * @throws Refusal where it stays: {@code to} may not have it, or {@code by} may not settle who has it
     */
    void move(Tasks.Item task, String to, String by) {
        if (!by.equals(to)) {
            duties.requireGiver(by, List.of(task.key()), duties.casesOf(task.businessKey()));
        }
        switch (task.key()) {
            case "enter-scores" -> scorers.replace(task.businessKey(), task.assignee(), chosen(to), texts.of("handover.reason"), by);
            case "score-candidate" -> panels.replace(task.businessKey(), part(task), task.assignee(), chosen(to));
            case "confirm-minutes" -> throw Refusal.conflict("handover-minutes");
            default -> tasks.handOver(task.id(), by, to);
        }
    }

    private static String chosen(String to) {
        if (to == null) {
            throw Refusal.conflict("handover-needs-somebody");
        }
        return to;
    }

    private String part(Tasks.Item task) {
        return String.valueOf(engineTasks.getVariable(task.id(), "part"));
    }
}
