package org.zhiping.desk;

import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.exam.Panels;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** An exam officer recalls the panel of a case, because a member has to leave it. */
@Page
@RequestMapping("/desk/cases/{caseNumber}/panel/recall")
class PanelPages {

    private final Panels panels;
    private final CurrentUser user;
    private final Texts texts;

    PanelPages(Panels panels, CurrentUser user, Texts texts) {
        this.panels = panels;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String caseNumber) {
        user.require(Role.EXAM_OFFICER);
        return page(caseNumber, PageForm.empty(), 200);
    }

    @PostMapping
    ModelAndView recall(@PathVariable String caseNumber, @RequestParam String reason, RedirectAttributes next) {
        user.require(Role.EXAM_OFFICER);
        try {
            panels.recall(caseNumber, reason, user.id());
        } catch (Refusal refusal) {
            return page(caseNumber, PageForm.of(Map.of("reason", reason)).with(texts, refusal), refusal.kind().status());
        }
        next.addFlashAttribute("done", "desk.cases.panel.recall.done");
        return new ModelAndView("redirect:/desk/cases/" + caseNumber);
    }

    private static ModelAndView page(String caseNumber, PageForm form, int status) {
        return new ModelAndView("desk/recall", Map.of("caseNumber", caseNumber, "form", form), HttpStatusCode.valueOf(status));
    }
}
