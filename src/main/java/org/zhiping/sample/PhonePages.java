package org.zhiping.sample;

import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhiping.platform.web.Page;

/** Where staff of the sample institution see the short messages that people would get. */
@Page
@WithSamplePhone
@RequestMapping("/sample/sms")
class PhonePages {

    private final Phone phone;
    private final boolean mail;

    PhonePages(Phone phone, Optional<Mailbox> mailbox) {
        this.phone = phone;
        this.mail = mailbox.isPresent();
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("messages", phone.newest());
        model.addAttribute("mail", mail);
        return "sample/phone";
    }
}
