package org.zhiping.desk;

import java.time.Clock;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.Absences;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.platform.calendar.CalendarWatch;
import org.zhiping.platform.process.Tasks;
import org.zhiping.platform.web.Page;
import org.zhiping.worklist.WorkReader;
import org.zhiping.worklist.WorkReaders;
import org.zhiping.worklist.Worklist;

/** The work list: what a member of staff has taken, and what waits for somebody of their roles. */
@Page
@RequestMapping("/desk")
class DeskPages {

    /** Whoever has more goes on in the worklist. */
    private static final int MOST = 500;

    private final Tasks tasks;
    private final Worklist worklist;
    private final WorkReaders readers;
    private final TaskLines lines;
    private final CalendarWatch calendar;
    private final Absences absences;
    private final CurrentUser user;
    private final Clock clock;

    DeskPages(Tasks tasks, Worklist worklist, WorkReaders readers, TaskLines lines, CalendarWatch calendar, Absences absences, CurrentUser user,
              Clock clock) {
        this.tasks = tasks;
        this.worklist = worklist;
        this.readers = readers;
        this.lines = lines;
        this.calendar = calendar;
        this.absences = absences;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping
    String work(Model model) {
        user.require(DeskRoles.STAFF);
        WorkReader reader = readers.of(user.id());
        List<TaskLine> open = lines.listed(worklist.toDo(reader, MOST), reader);
        model.addAttribute("mine", open.stream().filter(TaskLine::mine).toList());
        model.addAttribute("claimable", open.stream().filter(TaskLine::claimable).limit(MOST).toList());
        if (user.has(Role.ADMINISTRATOR) || user.has(Role.EXAM_OFFICER)) {
            calendar.warning().ifPresent(warning -> model.addAttribute("warning", warning));
        }
        model.addAttribute("standsIn", !absences.standsInFor(user.id(), clock.instant()).isEmpty());
        return "desk/index";
    }

    @PostMapping("/tasks/{id}/claim")
    String claim(@PathVariable String id) {
        user.require(DeskRoles.STAFF);
        tasks.claim(id, user.id());
        return "redirect:" + tasks.find(id).map(taken -> lines.of(List.of(taken), user.id()).get(0).href()).orElse("/desk");
    }

    /** @param list where the way back leads: the worklist, or the start page */
    @PostMapping("/tasks/{id}/unclaim")
    String unclaim(@PathVariable String id, @RequestParam(defaultValue = "") String list, RedirectAttributes told) {
        user.require(DeskRoles.STAFF);
        tasks.unclaim(id, user.id());
        told.addFlashAttribute("done", "desk.work.unclaimed");
        return list.equals("worklist") ? "redirect:/desk/worklist" : "redirect:/desk";
    }
}
