package org.zhiping.portal;

import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhiping.identity.Accounts;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** Sign-in for everybody, sign-up for applicants. The sign-in itself is taken by the security filter. */
@Page
class SignPages {

    private final Accounts accounts;
    private final Texts texts;

    SignPages(Accounts accounts, Texts texts) {
        this.accounts = accounts;
        this.texts = texts;
    }

    @GetMapping("/sign-in")
    String signIn(@RequestParam Map<String, String> asked, Model model) {
        model.addAttribute("form", PageForm.empty());
        model.addAttribute("asked", asked);
        return "portal/sign-in";
    }

    @GetMapping("/sign-up")
    String signUp(Model model) {
        model.addAttribute("form", PageForm.empty());
        return "portal/sign-up";
    }

    @PostMapping("/sign-up")
    ModelAndView register(@RequestParam String id, @RequestParam String name, @RequestParam(defaultValue = "") String email,
                          @RequestParam String password, @RequestParam String again) {
        try {
            if (!password.equals(again)) {
                throw Refusal.invalid("again", "passwords-differ");
            }
            accounts.register(id.strip(), name.strip(), password, email);
            return new ModelAndView("redirect:/sign-in?registered");
        } catch (Refusal refusal) {
            var form = PageForm.of(Map.of("id", id, "name", name, "email", email)).with(texts, refusal);
            return new ModelAndView("portal/sign-up", Map.of("form", form), HttpStatusCode.valueOf(refusal.kind().status()));
        }
    }
}
