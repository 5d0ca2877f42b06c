package org.zhiping.desk;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.platform.web.Page;
import org.zhiping.worklist.WorklistCheck;

/** An administrator holds the worklist against the engine, or has it made anew. It names no applicant. */
@Page
@RequestMapping("/desk/worklist/check")
class WorklistCheckPages {

    private final WorklistCheck check;
    private final CurrentUser user;

    WorklistCheckPages(WorklistCheck check, CurrentUser user) {
        this.check = check;
        this.user = user;
    }

    @GetMapping
    String page() {
        user.require(Role.ADMINISTRATOR);
        return "desk/worklist-check";
    }

    @PostMapping
    String compare(Model model) {
        user.require(Role.ADMINISTRATOR);
        model.addAttribute("outcome", check.check());
        return "desk/worklist-check";
    }

    @PostMapping("/rebuild")
    String rebuild(Model model) {
        user.require(Role.ADMINISTRATOR);
        model.addAttribute("rebuilt", check.rebuild());
        return compare(model);
    }
}
