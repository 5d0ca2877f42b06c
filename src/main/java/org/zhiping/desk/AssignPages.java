package org.zhiping.desk;

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
import org.zhiping.casework.LedTasks;
import org.zhiping.identity.Absences;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.page.Option;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.StepNames;
import org.zhiping.platform.process.Tasks;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** Where a team lead, told of an overdue step, gives it to somebody else. */
@Page
@RequestMapping("/desk/assign/{number}")
class AssignPages {

    /** @param holder name of whoever has it, or empty */
    public record Line(Tasks.Item task, String step, String holder, boolean personal, List<Option> colleagues) {
    }

    private final LedTasks led;
    private final Tasks tasks;
    private final Absences absences;
    private final Accounts accounts;
    private final StepNames steps;
    private final CurrentUser user;
    private final Texts texts;

    AssignPages(LedTasks led, Tasks tasks, Absences absences, Accounts accounts, StepNames steps, CurrentUser user, Texts texts) {
        this.led = led;
        this.tasks = tasks;
        this.absences = absences;
        this.accounts = accounts;
        this.steps = steps;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView open(@PathVariable String number) {
        user.require(Role.TEAM_LEAD);
        return page(number, PageForm.empty(), 200);
    }

    @PostMapping
    ModelAndView assign(@PathVariable String number, @RequestParam String task, @RequestParam(defaultValue = "") String to, RedirectAttributes next) {
        user.require(Role.TEAM_LEAD);
        try {
            if (tasks.of(number).stream().noneMatch(open -> open.id().equals(task))) {
                throw Refusal.notFound("task-not-open");
            }
            if (to.isEmpty()) {
                throw Refusal.invalid("to-" + task, "assign-to");
            }
            tasks.assign(task, user.id(), to);
        } catch (Refusal refusal) {
            return page(number, PageForm.of(Map.of("to-" + task, to)).with(texts, refusal).at("to-" + task), refusal.kind().status());
        }
        next.addFlashAttribute("done", "assign.done");
        return new ModelAndView("redirect:/desk/assign/" + number);
    }

    private ModelAndView page(String number, PageForm form, int status) {
        Map<String, Object> model = new HashMap<>(Map.of("number", number, "form", form,
                "file", TaskLines.file(number),
                "lines", led.of(number, user.id()).stream().map(this::line).toList()));
        return new ModelAndView("desk/assign", model, HttpStatusCode.valueOf(status));
    }

    private Line line(LedTasks.Line line) {
        String holder = line.task().assignee() == null ? "" : accounts.find(line.task().assignee()).map(Account::name).orElse("");
        return new Line(line.task(), steps.of(line.task().key(), line.task().name()), holder, line.personal(),
                line.colleagues().stream().map(this::option).toList());
    }

    private Option option(Account account) {
        return new Option(account.id(), absences.isAway(account.id()) ? texts.of("absence.option-away", account.name()) : account.name());
    }
}
