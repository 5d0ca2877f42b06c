package org.zhiping.desk;

import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhiping.identity.CurrentUser;
import org.zhiping.platform.process.Tasks;
import org.zhiping.platform.web.Page;

/** The work list: what a member of staff has taken, and what waits for somebody of their roles. */
@Page
@RequestMapping("/desk")
class DeskPages {

    private final Tasks tasks;
    private final TaskLines lines;
    private final CurrentUser user;

    DeskPages(Tasks tasks, TaskLines lines, CurrentUser user) {
        this.tasks = tasks;
        this.lines = lines;
        this.user = user;
    }

    @GetMapping
    String work(Model model) {
        user.require(DeskRoles.STAFF);
        model.addAttribute("mine", lines.of(tasks.mine(user.id()), user.id()));
        model.addAttribute("claimable", lines.of(tasks.claimable(user.id()), user.id()));
        return "desk/index";
    }

    @PostMapping("/tasks/{id}/claim")
    String claim(@PathVariable String id) {
        user.require(DeskRoles.STAFF);
        tasks.claim(id, user.id());
        List<TaskLine> taken = lines.of(tasks.mine(user.id()).stream().filter(item -> item.id().equals(id)).toList(), user.id());
        return "redirect:" + (taken.isEmpty() ? "/desk" : taken.get(0).href());
    }

    @PostMapping("/tasks/{id}/unclaim")
    String unclaim(@PathVariable String id) {
        user.require(DeskRoles.STAFF);
        tasks.unclaim(id, user.id());
        return "redirect:/desk";
    }
}
