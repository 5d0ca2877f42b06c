package org.zhiping.mail;

import org.springframework.stereotype.Component;
import org.zhiping.notice.Inbox;
import org.zhiping.platform.PublicAddress;
import org.zhiping.platform.Texts;

/**
 * The words of a short message: what happened and where to read more. No name, no case number and nothing else about the person,
 * for a phone shows it while it is locked.
 */
@Component
class SmsTexts {

    private static final int LONGEST_SUBJECT = 30;

    private final Inbox inbox;
    private final Sender sender;
    private final PublicAddress site;
    private final Texts texts;

    SmsTexts(Inbox inbox, Sender sender, PublicAddress site, Texts texts) {
        this.inbox = inbox;
        this.sender = sender;
        this.site = site;
        this.texts = texts;
    }

    String of(Sending message) {
        String sign = sender.name(message.language());
        if (message.code() != null) {
            CodeWords words = message.code();
            return texts.of(message.language(), "mail.sms." + words.key(), sign, words.code(), words.minutes(), site.of("/"));
        }
        String subject = Letters.oneLine(inbox.find(message.noticeId(), message.language()).subject());
        return texts.of(message.language(), "mail.sms.notice", sign, shortened(subject), site.of("/"));
    }

    private static String shortened(String subject) {
        int characters = subject.codePointCount(0, subject.length());
        return characters <= LONGEST_SUBJECT ? subject : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }
}
