package org.zhiping.worklist;

import java.util.List;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.platform.process.OpenTask;
import org.zhiping.platform.process.TaskMoved;

/** Writes each move of a task into the list, in the engine's transaction: both are kept, or neither. */
@Component
class WorklistKeeper {

    private final Lines lines;
    private final Subjects subjects;

    WorklistKeeper(Lines lines, Subjects subjects) {
        this.lines = lines;
        this.subjects = subjects;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(TaskMoved moved) {
        switch (moved.kind()) {
            case CREATED -> lines.add(List.of(subjects.line(task(moved, Objects.requireNonNullElse(moved.part(), "")))));
            case UPDATED -> change(moved);
            case ASSIGNED -> lines.assign(moved.taskId(), moved.assignee());
            case COMPLETED, DELETED -> lines.remove(moved.taskId());
        }
    }

    private void change(TaskMoved moved) {
        if (!lines.change(task(moved, ""))) {
            String part = lines.part(moved.taskId()).orElse("");
            lines.remove(moved.taskId());
            lines.add(List.of(subjects.line(task(moved, part))));
        }
    }

    private static OpenTask task(TaskMoved moved, String part) {
        return new OpenTask(moved.taskId(), moved.key(), Objects.requireNonNullElse(moved.businessKey(), ""), part, moved.assignee(),
                moved.groups(), moved.created(), moved.due());
    }
}
