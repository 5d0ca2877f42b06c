package org.zhiping.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;
import org.zhiping.signup.Proofs;

/** A person adds, changes or confirms their mail address or phone number: it is theirs once they have typed the code sent there. */
@Page
@RequestMapping("/account/contacts")
class ContactPages {

    private final Proofs proofs;
    private final Accounts accounts;
    private final CurrentUser user;
    private final AccountPage account;
    private final Texts texts;

    ContactPages(Proofs proofs, Accounts accounts, CurrentUser user, AccountPage account, Texts texts) {
        this.proofs = proofs;
        this.accounts = accounts;
        this.user = user;
        this.account = account;
        this.texts = texts;
    }

    @PostMapping
    ModelAndView send(@RequestParam String contact, HttpServletRequest request) {
        try {
            return new ModelAndView("redirect:/account/contacts/" + proofs.forContact(user.id(), contact, request.getRemoteAddr()));
        } catch (Refusal refusal) {
            return account.page(PageForm.of(Map.of("contact", contact)).with(texts, refusal), refusal.kind().status());
        }
    }

    /** {@code which} is email or phone. */
    @PostMapping("/remove")
    ModelAndView remove(@RequestParam String which, RedirectAttributes next) {
        if (which.equals("phone")) {
            accounts.removePhone(user.id());
        } else {
            accounts.removeEmail(user.id());
        }
        return done("page.own-account.removed", next);
    }

    @GetMapping("/{proof}")
    ModelAndView code(@PathVariable UUID proof) {
        return second(proof, PageForm.empty(), 200);
    }

    @PostMapping("/{proof}")
    ModelAndView confirm(@PathVariable UUID proof, @RequestParam String code, RedirectAttributes next) {
        try {
            proofs.confirm(user.id(), proof, code);
        } catch (Refusal refusal) {
            return second(proof, PageForm.empty().with(texts, refusal), refusal.kind().status());
        }
        return done("page.own-account.confirmed", next);
    }

    @PostMapping("/{proof}/again")
    ModelAndView again(@PathVariable UUID proof, HttpServletRequest request, RedirectAttributes next) {
        try {
            proofs.again(proof, request.getRemoteAddr());
        } catch (Refusal refusal) {
            return second(proof, PageForm.empty().with(texts, refusal), refusal.kind().status());
        }
        next.addFlashAttribute("done", "portal.code.sent-again");
        return new ModelAndView("redirect:/account/contacts/" + proof);
    }

    private static ModelAndView done(String message, RedirectAttributes next) {
        next.addFlashAttribute("done", message);
        return new ModelAndView("redirect:/account");
    }

    private ModelAndView second(UUID proof, PageForm form, int status) {
        try {
            return new ModelAndView("portal/contact-code", Map.of("form", form, "proof", proofs.find(proof)), HttpStatusCode.valueOf(status));
        } catch (Refusal over) {
            return account.page(form.wrong() ? form : PageForm.empty().with(texts, over), 400);
        }
    }
}
