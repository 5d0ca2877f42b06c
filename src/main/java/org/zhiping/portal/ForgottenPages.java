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
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;
import org.zhiping.signup.Channels;
import org.zhiping.signup.Proofs;

/** A new password for whoever proves the address or number of an account. */
@Page
@RequestMapping("/forgot")
class ForgottenPages {

    private final Proofs proofs;
    private final Channels channels;
    private final Texts texts;

    ForgottenPages(Proofs proofs, Channels channels, Texts texts) {
        this.proofs = proofs;
        this.channels = channels;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView ask(@RequestParam Map<String, String> asked) {
        return first(PageForm.empty(), asked.containsKey("over"), 200);
    }

    @PostMapping
    ModelAndView send(@RequestParam String contact, HttpServletRequest request) {
        try {
            return new ModelAndView("redirect:/forgot/" + proofs.forPassword(contact, request.getRemoteAddr()));
        } catch (Refusal refusal) {
            return first(PageForm.of(Map.of("contact", contact)).with(texts, refusal), false, refusal.kind().status());
        }
    }

    @GetMapping("/{proof}")
    ModelAndView code(@PathVariable UUID proof) {
        return second(proof, PageForm.empty(), 200);
    }

    @PostMapping("/{proof}")
    ModelAndView finish(@PathVariable UUID proof, @RequestParam String code, @RequestParam String password, @RequestParam String again) {
        try {
            SignUpPages.same(password, again);
            proofs.setPassword(proof, code, password);
            return new ModelAndView("redirect:/sign-in?reset");
        } catch (Refusal refusal) {
            return second(proof, PageForm.empty().with(texts, refusal), refusal.kind().status());
        }
    }

    @PostMapping("/{proof}/again")
    ModelAndView again(@PathVariable UUID proof, HttpServletRequest request, RedirectAttributes next) {
        try {
            proofs.again(proof, request.getRemoteAddr());
        } catch (Refusal refusal) {
            return second(proof, PageForm.empty().with(texts, refusal), refusal.kind().status());
        }
        next.addFlashAttribute("done", "portal.code.sent-again");
        return new ModelAndView("redirect:/forgot/" + proof);
    }

    private ModelAndView first(PageForm form, boolean over, int status) {
        return new ModelAndView("portal/forgot", Map.of("form", form, "mail", channels.mail(), "sms", channels.sms(), "over", over),
                HttpStatusCode.valueOf(status));
    }

    private ModelAndView second(UUID proof, PageForm form, int status) {
        try {
            return new ModelAndView("portal/forgot-code", Map.of("form", form, "proof", proofs.find(proof)), HttpStatusCode.valueOf(status));
        } catch (Refusal over) {
            return new ModelAndView("redirect:/forgot?over");
        }
    }
}
