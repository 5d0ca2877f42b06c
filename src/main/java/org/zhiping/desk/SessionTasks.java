package org.zhiping.desk;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Tasks;

/** Completes a session's task from a page of the desk, through the same gate as Tasklist. */
@Component
class SessionTasks {

    private final Tasks tasks;

    SessionTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Claims the task first where nobody has it. */
    void complete(String sessionNumber, String key, String person, Map<String, Object> values) {
        Tasks.Item item = open(sessionNumber, key).stream()
                .filter(task -> task.assignee() == null || task.assignee().equals(person)).findFirst()
                .orElseThrow(() -> Refusal.conflict("no-such-task-now"));
        if (item.assignee() == null) {
            tasks.claim(item.id(), person);
        }
        tasks.complete(item.id(), person, values);
    }

    /** True while somebody still has to do it. */
    boolean waiting(String sessionNumber, String key) {
        return !open(sessionNumber, key).isEmpty();
    }

    private List<Tasks.Item> open(String sessionNumber, String key) {
        return tasks.of(sessionNumber).stream().filter(task -> task.key().equals(key)).toList();
    }
}
