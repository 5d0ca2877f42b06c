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
import org.zhiping.casework.ComingDuties;
import org.zhiping.casework.Handover;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Leads;
import org.zhiping.identity.Role;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.StepNames;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** The open tasks of somebody who leaves: a look at what would become of each, then all in one act. */
@Page
@RequestMapping("/desk/handover")
class HandoverPages {

    /**
     * @param about what it is about, in words
     * @param href  the page on which it is seen to
     */
    public record Later(ComingDuties.Duty duty, String about, String href) {
    }

    /** @param against why it would stay, or empty */
    public record Line(String number, String step, String against) {
    }

    private final Handover handover;
    private final Accounts accounts;
    private final Colleagues colleagues;
    private final Leads leads;
    private final StepNames steps;
    private final CurrentUser user;
    private final Texts texts;

    HandoverPages(Handover handover, Accounts accounts, Colleagues colleagues, Leads leads, StepNames steps, CurrentUser user, Texts texts) {
        this.handover = handover;
        this.accounts = accounts;
        this.colleagues = colleagues;
        this.leads = leads;
        this.steps = steps;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView people() {
        user.require(Role.ADMINISTRATOR, Role.TEAM_LEAD);
        boolean administrator = user.has(Role.ADMINISTRATOR);
        return new ModelAndView("desk/handovers", Map.of("people", colleagues.all().stream().filter(account -> !account.id().equals(user.id()))
                .filter(account -> administrator || leads.leads(user.id(), account.id())).toList()));
    }

    @GetMapping("/{person}")
    ModelAndView preview(@PathVariable String person, @RequestParam(defaultValue = "") String to) {
        user.require(Role.ADMINISTRATOR, Role.TEAM_LEAD);
        return page(person, to, PageForm.of(Map.of("to", to)), 200);
    }

    @PostMapping("/{person}")
    ModelAndView handOver(@PathVariable String person, @RequestParam(defaultValue = "") String to,
                          @RequestParam(defaultValue = "false") boolean close, RedirectAttributes next) {
        user.require(Role.ADMINISTRATOR, Role.TEAM_LEAD);
        try {
            boolean whole = handover.all(person, to.isEmpty() ? null : to, close, user.id()).isEmpty();
            next.addFlashAttribute("done", whole ? "handover.done" : "handover.done-some");
        } catch (Refusal refusal) {
            return page(person, "", PageForm.of(Map.of("to", to)).with(texts, refusal), refusal.kind().status());
        }
        return new ModelAndView("redirect:/desk/handover/" + person);
    }

    private ModelAndView page(String person, String to, PageForm form, int status) {
        List<Line> lines = handover.preview(person, to.isEmpty() ? null : to, user.id()).stream()
                .map(line -> new Line(line.task().businessKey(), steps.of(line.task().key(), line.task().name()),
                        line.against() == null ? "" : texts.of(line.against()))).toList();
        Account leaving = accounts.find(person).orElseThrow();
        List<Later> duties = handover.duties(person, user.id()).stream().map(this::later).toList();
        Map<String, Object> model = new HashMap<>(Map.of("person", leaving, "lines", lines, "duties", duties, "form", form, "to", to,
                "going", lines.stream().filter(line -> line.against().isEmpty()).count(), "acts", handover.acts(person),
                "colleagues", colleagues.all().stream().filter(account -> !account.id().equals(person))
                        .filter(account -> account.roles().stream().anyMatch(role -> role.caseWork() && leaving.has(role)))
                        .map(Colleagues::option).toList()));
        return new ModelAndView("desk/handover", model, HttpStatusCode.valueOf(status));
    }

    private Later later(ComingDuties.Duty duty) {
        return switch (duty.kind()) {
            case INVIGILATES, SCORES -> new Later(duty, duty.about(), "/desk/sessions/" + duty.about());
            case ON_PANEL -> new Later(duty, duty.about(), "/desk/cases/" + duty.about());
            case STANDS_IN -> new Later(duty, accounts.nameOf(duty.about()) + " " + duty.detail(), "/desk/absences");
            case LEADS -> new Later(duty, texts.of("page.role." + duty.about()), "/desk/accounts");
            case RETURNED -> new Later(duty, texts.of("handover.later.cases", Integer.valueOf(duty.detail())), "");
        };
    }
}
