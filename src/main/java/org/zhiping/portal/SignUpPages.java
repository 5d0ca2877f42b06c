package org.zhiping.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.zhiping.identity.DirectSignIn;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;
import org.zhiping.signup.Channels;
import org.zhiping.signup.Proofs;

/**
 * Sign-up for applicants: a mail address or a mobile number, the code that went there, a name and a password. Where neither mail nor
 * short messages can be sent, a person names the account.
 */
@Page
@RequestMapping("/sign-up")
class SignUpPages {

    private final Proofs proofs;
    private final Channels channels;
    private final Accounts accounts;
    private final DirectSignIn signIn;
    private final Texts texts;

    SignUpPages(Proofs proofs, Channels channels, Accounts accounts, DirectSignIn signIn, Texts texts) {
        this.proofs = proofs;
        this.channels = channels;
        this.accounts = accounts;
        this.signIn = signIn;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView ask(@RequestParam Map<String, String> asked) {
        return first(PageForm.empty(), asked.containsKey("over"), 200);
    }

    @PostMapping(params = "contact")
    ModelAndView send(@RequestParam String contact, HttpServletRequest request) {
        try {
            return new ModelAndView("redirect:/sign-up/" + proofs.forSignUp(contact, request.getRemoteAddr()));
        } catch (Refusal refusal) {
            return first(PageForm.of(Map.of("contact", contact)).with(texts, refusal), false, refusal.kind().status());
        }
    }

    /** Without any way to send a code. */
    @PostMapping(params = "id")
    ModelAndView register(@RequestParam String id, @RequestParam String name, @RequestParam String password, @RequestParam String again) {
        if (channels.mail() || channels.sms()) {
            return new ModelAndView("redirect:/sign-up");
        }
        try {
            same(password, again);
            accounts.register(id.strip(), name.strip(), password);
            return new ModelAndView("redirect:/sign-in?registered");
        } catch (Refusal refusal) {
            return first(PageForm.of(Map.of("id", id, "name", name)).with(texts, refusal), false, refusal.kind().status());
        }
    }

    @GetMapping("/{proof}")
    ModelAndView code(@PathVariable UUID proof) {
        try {
            return second(proof, PageForm.empty(), 200);
        } catch (Refusal over) {
            return new ModelAndView("redirect:/sign-up?over");
        }
    }

    @PostMapping("/{proof}")
    ModelAndView finish(@PathVariable UUID proof, @RequestParam String code, @RequestParam String name, @RequestParam String password,
                        @RequestParam String again, @RequestParam(defaultValue = "") String sure, HttpServletRequest request,
                        HttpServletResponse response) {
        try {
            same(password, again);
            signIn.signIn(proofs.signUp(proof, code, name.strip(), password, !sure.isEmpty()), request, response);
            return new ModelAndView("redirect:/portal");
        } catch (Refusal refusal) {
            boolean differs = refusal.faults().get(0).code().equals("name-differs");
            boolean codeWrong = refusal.faults().stream().anyMatch(fault -> fault.field().equals("code"));
            var form = PageForm.of(Map.of("code", codeWrong ? "" : code, "name", name, "sure", sure, "differs", differs ? "yes" : "")).with(texts, refusal);
            return secondOrOver(proof, form, refusal);
        }
    }

    private ModelAndView secondOrOver(UUID proof, PageForm form, Refusal refusal) {
        try {
            return second(proof, form, refusal.kind().status());
        } catch (Refusal over) {
            return new ModelAndView("redirect:/sign-up?over");
        }
    }

    @PostMapping("/{proof}/again")
    ModelAndView again(@PathVariable UUID proof, HttpServletRequest request, RedirectAttributes next) {
        try {
            proofs.again(proof, request.getRemoteAddr());
        } catch (Refusal refusal) {
            return secondOrOver(proof, PageForm.empty().with(texts, refusal), refusal);
        }
        next.addFlashAttribute("done", "portal.code.sent-again");
        return new ModelAndView("redirect:/sign-up/" + proof);
    }

    private ModelAndView first(PageForm form, boolean over, int status) {
        return new ModelAndView("portal/sign-up", Map.of("form", form, "mail", channels.mail(), "sms", channels.sms(), "over", over),
                HttpStatusCode.valueOf(status));
    }

    private ModelAndView second(UUID proof, PageForm form, int status) {
        return new ModelAndView("portal/sign-up-code", Map.of("form", form, "proof", proofs.find(proof)), HttpStatusCode.valueOf(status));
    }

    static void same(String password, String again) {
        if (!password.equals(again)) {
            throw Refusal.invalid("again", "passwords-differ");
        }
    }
}
