package org.zhiping.sample;

import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.web.Page;

/** Where staff of the sample institution see the mails that people would get. */
@Page
@WithSampleMailbox
@RequestMapping("/sample/mail")
class MailboxPages {

    private final Mailbox mailbox;
    private final boolean sms;

    MailboxPages(Mailbox mailbox, Optional<Phone> phone) {
        this.mailbox = mailbox;
        this.sms = phone.isPresent();
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("mails", mailbox.newest());
        model.addAttribute("sms", sms);
        return "sample/mailbox";
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model) {
        model.addAttribute("mail", mailbox.find(id).orElseThrow(() -> Refusal.notFound("sample-mail-not-found")));
        return "sample/mail";
    }
}
