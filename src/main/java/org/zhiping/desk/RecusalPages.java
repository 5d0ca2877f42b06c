package org.zhiping.desk;

import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.casework.DeclaredRecusals;
import org.zhiping.identity.CurrentUser;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** Staff say which applicants they teach, are related to or work with, and are kept from those cases 回避. */
@Page
@RequestMapping("/desk/recusals")
class RecusalPages {

    private final DeclaredRecusals recusals;
    private final CurrentUser user;
    private final Texts texts;

    RecusalPages(DeclaredRecusals recusals, CurrentUser user, Texts texts) {
        this.recusals = recusals;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String caseNumber) {
        user.require(DeskRoles.CASE_WORK);
        return page(PageForm.of(Map.of("caseNumber", caseNumber)), 200);
    }

    @PostMapping
    ModelAndView declare(@RequestParam String caseNumber, @RequestParam String reason, RedirectAttributes next) {
        user.require(DeskRoles.CASE_WORK);
        try {
            recusals.declare(user.id(), caseNumber.strip(), reason);
        } catch (Refusal refusal) {
            return page(PageForm.of(Map.of("caseNumber", caseNumber, "reason", reason)).with(texts, refusal), refusal.kind().status());
        }
        next.addFlashAttribute("done", "desk.recusals.declared");
        return new ModelAndView("redirect:/desk/recusals");
    }

    private ModelAndView page(PageForm form, int status) {
        return new ModelAndView("desk/recusals", Map.of("form", form, "declared", recusals.of(user.id())), HttpStatusCode.valueOf(status));
    }
}
