package org.zhiping.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.casework.Handover;
import org.zhiping.identity.Absence;
import org.zhiping.identity.Absences;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.Tasks;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** Absences with a deputy, and the tasks of those for whom the reader stands in. */
@Page
@RequestMapping("/desk/absences")
class AbsencePages {

    /** @param endable whether the reader may take it back */
    public record Line(Absence absence, String name, String deputy, boolean running, boolean endable) {
    }

    /** Somebody who is away, with the tasks that the reader can take over. */
    public record Away(String name, List<TaskLine> tasks) {
    }

    private final Absences absences;
    private final Handover handover;
    private final Accounts accounts;
    private final Colleagues colleagues;
    private final Tasks tasks;
    private final TaskLines lines;
    private final CurrentUser user;
    private final Texts texts;
    private final Clock clock;

    AbsencePages(Absences absences, Handover handover, Accounts accounts, Colleagues colleagues, Tasks tasks, TaskLines lines,
                 CurrentUser user, Texts texts, Clock clock) {
        this.absences = absences;
        this.handover = handover;
        this.accounts = accounts;
        this.colleagues = colleagues;
        this.tasks = tasks;
        this.lines = lines;
        this.user = user;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list() {
        user.require(DeskRoles.ABSENCES);
        return page(PageForm.of(Map.of("account", user.id())), 200);
    }

    @PostMapping
    ModelAndView enter(@RequestParam Map<String, String> fields, RedirectAttributes next) {
        user.require(DeskRoles.ABSENCES);
        PageForm form = PageForm.of(fields);
        try {
            absences.enter(form.value("account"), form.day("from", "absence-day"), form.day("until", "absence-day"), form.value("deputy"), user.id());
        } catch (Refusal refusal) {
            return page(form.with(texts, refusal), refusal.kind().status());
        }
        return done("absence.entered", next);
    }

    @PostMapping("/{id}/end")
    ModelAndView end(@PathVariable long id, RedirectAttributes next) {
        user.require(DeskRoles.ABSENCES);
        absences.end(id, user.id());
        return done("absence.ended", next);
    }

    @PostMapping("/tasks/{id}/take-over")
    ModelAndView takeOver(@PathVariable String id, RedirectAttributes next) {
        user.require(DeskRoles.CASE_WORK);
        handover.takeOver(id, user.id());
        return done("absence.taken-over", next);
    }

    private static ModelAndView done(String message, RedirectAttributes next) {
        next.addFlashAttribute("done", message);
        return new ModelAndView("redirect:/desk/absences");
    }

    private ModelAndView page(PageForm form, int status) {
        LocalDate today = LocalDate.now(clock);
        List<Account> staff = colleagues.all();
        Account me = accounts.find(user.id()).orElseThrow();
        Map<String, Object> model = new HashMap<>(Map.of("form", form, "people",
                staff.stream().filter(account -> absences.mayEnter(me.id(), account)).map(Colleagues::option).toList(),
                "deputies", staff.stream().map(Colleagues::option).toList(),
                "lines", absences.seenBy(me.id()).stream().map(absence -> line(absence, today)).toList(),
                "away", absences.standsInFor(me.id(), clock.instant()).stream().map(account ->
                        new Away(accounts.nameOf(account), lines.of(tasks.mine(account), me.id()))).toList()));
        return new ModelAndView("desk/absences", model, HttpStatusCode.valueOf(status));
    }

    private Line line(Absence absence, LocalDate today) {
        return new Line(absence, accounts.nameOf(absence.account()), accounts.nameOf(absence.deputy()), !absence.from().isAfter(today),
                absences.mayEnter(user.id(), absence));
    }
}
