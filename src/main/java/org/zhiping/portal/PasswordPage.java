package org.zhiping.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.DirectSignIn;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** Everybody changes their own password, above all one that was made for them. */
@Page
@RequestMapping("/password")
class PasswordPage {

    private final Accounts accounts;
    private final DirectSignIn signIn;
    private final CurrentUser user;
    private final Texts texts;

    PasswordPage(Accounts accounts, DirectSignIn signIn, CurrentUser user, Texts texts) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView ask() {
        return new ModelAndView("portal/password", "form", PageForm.empty());
    }

    /** Whoever else is signed in to the account has to sign in anew; this browser stays. */
    @PostMapping
    ModelAndView change(@RequestParam String present, @RequestParam String password, @RequestParam String again, RedirectAttributes next,
                        HttpServletRequest request, HttpServletResponse response) {
        try {
            if (!password.equals(again)) {
                throw Refusal.invalid("again", "passwords-differ");
            }
            accounts.changePassword(user.id(), present, password);
            signIn.signIn(accounts.find(user.id()).orElseThrow(), request, response);
        } catch (Refusal refusal) {
            return new ModelAndView("portal/password", Map.of("form", PageForm.empty().with(texts, refusal)),
                    HttpStatusCode.valueOf(refusal.kind().status()));
        }
        next.addFlashAttribute("done", "page.password.changed");
        return new ModelAndView("redirect:/password");
    }
}
