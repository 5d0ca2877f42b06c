package org.zhiping.portal;

import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Intake;
import org.zhiping.intake.SubjectNames;
import org.zhiping.page.ClaimSections;
import org.zhiping.page.MaterialLines;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** Handing an application in, first or after a return, and taking it back. */
@Page
@RequestMapping("/portal/applications/{caseNumber}")
class SubmitPages {

    private final Intake intake;
    private final CurrentUser user;
    private final ClaimSections sections;
    private final MaterialLines lines;
    private final ReturnedViews returned;
    private final SubjectNames names;
    private final Texts texts;

    SubmitPages(Intake intake, CurrentUser user, ClaimSections sections, MaterialLines lines, ReturnedViews returned, SubjectNames names, Texts texts) {
        this.intake = intake;
        this.user = user;
        this.sections = sections;
        this.lines = lines;
        this.returned = returned;
        this.names = names;
        this.texts = texts;
    }

    @GetMapping("/review")
    ModelAndView review(@PathVariable String caseNumber) {
        var application = intake.open(user.id(), caseNumber);
        return application.status().editable() ? page(application, PageForm.empty(), 200)
                : new ModelAndView("redirect:/portal/applications/" + caseNumber);
    }

    @PostMapping("/review")
    ModelAndView submit(@PathVariable String caseNumber, @RequestParam(defaultValue = "") String declared,
                        @RequestParam(defaultValue = "") String asItIs, RedirectAttributes next) {
        var application = intake.open(user.id(), caseNumber);
        boolean again = application.status() == ApplicationStatus.RETURNED;
        try {
            if (declared.isEmpty()) {
                throw Refusal.invalid("declared", "declare-first");
            }
            if (again) {
                intake.supplement(user.id(), caseNumber, !asItIs.isEmpty());
            } else {
                intake.submit(user.id(), caseNumber);
            }
        } catch (Refusal refusal) {
            return page(application, PageForm.of(Map.of("declared", declared, "asItIs", asItIs)).with(texts, refusal), refusal.kind().status());
        }
        return to(caseNumber, again ? "portal.review.supplemented" : "portal.review.submitted", next);
    }

    @GetMapping("/withdraw")
    String withdraw(@PathVariable String caseNumber, Model model) {
        model.addAttribute("caseNumber", intake.open(user.id(), caseNumber).caseNumber());
        model.addAttribute("form", PageForm.empty());
        return "portal/withdraw";
    }

    @PostMapping("/withdraw")
    ModelAndView withdrawn(@PathVariable String caseNumber, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        try {
            intake.withdraw(user.id(), caseNumber, reason.isBlank() ? null : reason);
        } catch (Refusal refusal) {
            var form = PageForm.of(Map.of("reason", reason)).with(texts, refusal);
            return new ModelAndView("portal/withdraw", Map.of("caseNumber", caseNumber, "form", form),
                    HttpStatusCode.valueOf(refusal.kind().status()));
        }
        return to(caseNumber, "portal.withdraw.done", next);
    }

    private static ModelAndView to(String caseNumber, String message, RedirectAttributes next) {
        next.addFlashAttribute("done", message);
        return new ModelAndView("redirect:/portal/applications/" + caseNumber);
    }

    private ModelAndView page(Application application, PageForm form, int status) {
        return new ModelAndView("portal/review", Map.of("application", application, "said", names.of(application),
                "sections", sections.of(application), "lines", lines.of(application), "form", form,
                "returned", returned.of(application), "eligibility", intake.eligibility(user.id(), application.caseNumber())), HttpStatusCode.valueOf(status));
    }
}
