package org.zhiping.privacy;

import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.CurrentUser;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** Cases of which nothing is deleted for the time being, as for an objection or a law suit. */
@Page
@RequestMapping("/desk/holds")
class HoldPages {

    private final RetentionBook book;
    private final CurrentUser user;
    private final Texts texts;

    HoldPages(RetentionBook book, CurrentUser user, Texts texts) {
        this.book = book;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView show() {
        user.require(PrivacyRoles.WATCHING);
        return page(PageForm.empty(), 200);
    }

    @PostMapping
    ModelAndView hold(@RequestParam(defaultValue = "") String caseNumber, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        user.require(PrivacyRoles.WATCHING);
        try {
            book.hold(caseNumber.strip(), reason, user.id());
        } catch (Refusal refusal) {
            return page(PageForm.of(Map.of("caseNumber", caseNumber, "reason", reason)).with(texts, refusal), refusal.kind().status());
        }
        next.addFlashAttribute("done", "privacy.holds.set");
        return new ModelAndView("redirect:/desk/holds");
    }

    @PostMapping("/lift")
    String lift(@RequestParam String caseNumber, RedirectAttributes next) {
        user.require(PrivacyRoles.WATCHING);
        book.lift(caseNumber, user.id());
        next.addFlashAttribute("done", "privacy.holds.lifted");
        return "redirect:/desk/holds";
    }

    private ModelAndView page(PageForm form, int status) {
        return new ModelAndView("privacy/holds", Map.of("form", form, "holds", book.holds()), HttpStatusCode.valueOf(status));
    }
}
