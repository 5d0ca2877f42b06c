package org.zhiping.portal;

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
import org.zhiping.casework.RecusalRequests;
import org.zhiping.casework.RecusalRequests.State;
import org.zhiping.casework.RecusalRequests.Wish;
import org.zhiping.casework.RelationKind;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Intake;
import org.zhiping.page.Option;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** An applicant asks that somebody keeps out of the case 申请回避, and sees what came of it. Nothing here says who works on it. */
@Page
@RequestMapping("/portal/applications/{caseNumber}/recusals")
class KeepOutPages {

    private final RecusalRequests requests;
    private final Intake intake;
    private final CurrentUser user;
    private final Texts texts;

    KeepOutPages(RecusalRequests requests, Intake intake, CurrentUser user, Texts texts) {
        this.requests = requests;
        this.intake = intake;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView asked(@PathVariable String caseNumber) {
        return page(intake.open(user.id(), caseNumber), PageForm.empty(), 200);
    }

    @PostMapping
    ModelAndView ask(@PathVariable String caseNumber, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        Application application = intake.open(user.id(), caseNumber);
        try {
            requests.ask(application.caseNumber(), user.id(), new Wish(typed.get("name"), typed.get("employer"),
                    RelationKind.named(typed.get("kind")).orElse(null), typed.get("why")));
        } catch (Refusal refusal) {
            return page(application, PageForm.of(typed).with(texts, refusal), refusal.kind().status());
        }
        next.addFlashAttribute("done", "portal.recusal.arrived");
        return new ModelAndView("redirect:/portal/applications/" + caseNumber + "/recusals");
    }

    private ModelAndView page(Application application, PageForm form, int status) {
        List<RecusalRequests.Request> asked = requests.of(application.caseNumber());
        boolean may = application.status() != ApplicationStatus.DRAFT && !application.status().ended()
                && (form.wrong() || asked.stream().filter(one -> one.state() == State.OPEN).count() < RecusalRequests.MOST_OPEN);
        return new ModelAndView("portal/recusals", Map.of("application", application, "form", form, "asked", asked, "may", may, "kinds",
                RelationKind.toPersons().stream().map(kind -> new Option(kind.name(), texts.of("recusal.asked.kind." + kind))).toList()),
                HttpStatusCode.valueOf(status));
    }
}
