package org.zhiping.desk;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.CurrentUser;
import org.zhiping.mail.Mails;
import org.zhiping.platform.web.Page;

/** What became of the mails and short messages: how many wait, which were given up and why, which may have arrived more than once. */
@Page
@RequestMapping("/desk/mail")
class MailPages {

    private final Mails mails;
    private final CurrentUser user;

    MailPages(Mails mails, CurrentUser user) {
        this.mails = mails;
        this.user = user;
    }

    @GetMapping
    String mail(Model model) {
        user.require(DeskRoles.MAIL);
        model.addAttribute("counts", mails.counts().entrySet());
        mails.waitingSince().ifPresent(since -> model.addAttribute("since", since));
        model.addAttribute("dead", mails.dead());
        model.addAttribute("repeated", mails.possiblyRepeated());
        return "desk/mail";
    }

    @PostMapping("/{id}/resend")
    String resend(@PathVariable long id, RedirectAttributes next) {
        user.require(DeskRoles.MAIL);
        mails.resend(id);
        return queued(next);
    }

    @PostMapping("/resend")
    String resendAll(RedirectAttributes next) {
        user.require(DeskRoles.MAIL);
        mails.resendAll();
        return queued(next);
    }

    private static String queued(RedirectAttributes next) {
        next.addFlashAttribute("done", "desk.mail.queued");
        return "redirect:/desk/mail";
    }
}
