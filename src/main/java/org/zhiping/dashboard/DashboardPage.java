package org.zhiping.dashboard;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.platform.web.Page;

/** What a manager watches: where cases stand, what waits and how long, how many pass. */
@Page
class DashboardPage {

    private final Figures figures;
    private final LateTasks late;
    private final CurrentUser user;

    DashboardPage(Figures figures, LateTasks late, CurrentUser user) {
        this.figures = figures;
        this.late = late;
        this.user = user;
    }

    @GetMapping("/dashboard")
    String dashboard(Model model) {
        user.require(Role.MANAGER, Role.SUPERVISOR, Role.PROCESS_OWNER);
        model.addAttribute("statuses", figures.statuses());
        model.addAttribute("levels", figures.levels());
        model.addAttribute("steps", figures.steps());
        model.addAttribute("issued", figures.issued());
        model.addAttribute("late", late.lines());
        return "dashboard/index";
    }

    @PostMapping("/dashboard/tasks/{id}/release")
    String release(@PathVariable String id, RedirectAttributes next) {
        user.require(Role.MANAGER);
        late.release(id, user.id());
        next.addFlashAttribute("done", "dashboard.late.released");
        return "redirect:/dashboard";
    }
}
