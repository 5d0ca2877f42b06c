package org.zhiping.desk;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhiping.casework.TaskDrafts;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.platform.BusinessKey;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Tasks;
import org.zhiping.platform.web.Page;

/** One task at the desk: the case file on the left, on the right the form that Tasklist shows too. {@link DeskTaskApi} is what its script talks to. */
@Page
@RequestMapping("/desk/tasks/{id}")
class DeskTaskPages {

    private final Tasks tasks;
    private final TaskLines lines;
    private final TaskDrafts drafts;
    private final Accounts accounts;
    private final CurrentUser user;

    DeskTaskPages(Tasks tasks, TaskLines lines, TaskDrafts drafts, Accounts accounts, CurrentUser user) {
        this.tasks = tasks;
        this.lines = lines;
        this.drafts = drafts;
        this.accounts = accounts;
        this.user = user;
    }

    @GetMapping
    ModelAndView task(@PathVariable String id) {
        user.require(DeskRoles.STAFF);
        Tasks.Item item;
        try {
            item = tasks.form(id, user.id()).task();
        } catch (Refusal refusal) {
            return lost(id, refusal);
        }
        TaskLine line = lines.of(List.of(item), user.id()).get(0);
        if ((line.mine() || line.claimable()) && !line.href().equals(TaskLines.page(item))) {
            return new ModelAndView("redirect:" + line.href());
        }
        return new ModelAndView("desk/task", Map.of("line", line, "session", BusinessKey.isSession(item.businessKey()),
                "holder", item.assignee() == null ? "" : accounts.nameOf(item.assignee()),
                "written", line.mine() || line.claimable() ? "" : DraftContent.text(drafts.find(id, user.id())), "person", user.id(), "next", TaskLines.next(item)));
    }

    /** For Tasklist, where the same form is kept too: what is said of a half-filled form, to stand below it. */
    @GetMapping("/kept")
    ModelAndView kept(@PathVariable String id) {
        user.require(DeskRoles.STAFF);
        tasks.own(id, user.id());
        return new ModelAndView("desk/task-kept", Map.of("person", user.id()));
    }

    /** Says what became of the task, with what this person had filled in. */
    private ModelAndView lost(String id, Refusal refusal) {
        String text = DraftContent.text(drafts.find(id, user.id()));
        if (refusal.kind() != Refusal.Kind.CONFLICT && text.isEmpty()) {
            throw refusal;
        }
        return new ModelAndView("desk/task-lost", Map.of("faults", refusal.faults(), "written", text, "next", TaskLines.Way.ANY),
                HttpStatusCode.valueOf(refusal.kind().status()));
    }
}
