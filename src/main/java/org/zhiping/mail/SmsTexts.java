package org.zhiping.mail;

import java.util.Locale;
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

    private static final int LONGEST_WORDS = 60;

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
        return notice(message.language(), inbox.find(message.noticeId(), message.language()).sms());
    }

    /** @param words of the notice: its template for short messages filled in, or its subject */
    String notice(Locale language, String words) {
        return texts.of(language, "mail.sms.notice", sender.name(language), shortened(Letters.oneLine(words)), site.of("/"));
    }

    private static String shortened(String subject) {
        int characters = subject.codePointCount(0, subject.length());
        return characters <= LONGEST_WORDS ? subject : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_WORDS - 1)) + "…";
    }
}
