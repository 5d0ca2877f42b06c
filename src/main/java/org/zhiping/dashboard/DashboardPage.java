package org.zhiping.dashboard;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.platform.web.Page;

/** What a manager watches: where cases stand, what waits and how long, how many pass. */
@Page
class DashboardPage {

    private final Figures figures;
    private final CurrentUser user;

    DashboardPage(Figures figures, CurrentUser user) {
        this.figures = figures;
        this.user = user;
    }

    @GetMapping("/dashboard")
    String dashboard(Model model) {
        user.require(Role.MANAGER, Role.SUPERVISOR, Role.PROCESS_OWNER);
        model.addAttribute("statuses", figures.statuses());
        model.addAttribute("levels", figures.levels());
        model.addAttribute("steps", figures.steps());
        model.addAttribute("issued", figures.issued());
        return "dashboard/index";
    }
}
