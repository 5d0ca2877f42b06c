package org.zhiping.desk;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhiping.identity.CurrentUser;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Tasks;
import org.zhiping.platform.web.Page;

/** What stands beside a task where only the task is known, as in Tasklist: its case file or its exam session, in a frame. */
@Page
class TaskPanelPages {

    private final Tasks tasks;
    private final CurrentUser user;

    TaskPanelPages(Tasks tasks, CurrentUser user) {
        this.tasks = tasks;
        this.user = user;
    }

    /** Whoever may see the task is told its case; who may see more of that is decided where this leads. */
    @GetMapping("/desk/tasks/{id}/panel")
    String panel(@PathVariable String id) {
        user.require(DeskRoles.STAFF);
        Tasks.Item task = tasks.find(id, user.id()).orElseThrow(() -> Refusal.notFound("task-not-open"));
        return "redirect:" + TaskLines.file(task.businessKey()) + "/panel?framed=true&task=" + task.id();
    }
}
