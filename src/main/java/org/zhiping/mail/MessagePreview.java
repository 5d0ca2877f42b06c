package org.zhiping.mail;

import freemarker.template.TemplateException;
import java.io.IOException;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhiping.notice.Wording;

/** How words that are not published yet would look as a message. */
@Component
public class MessagePreview {

    /**
     * @param mail    the text of the mail; its HTML says the same around the words of the notice
     * @param sms     as the phone shows it
     * @param letters characters of the short message
     */
    public record Messages(String mail, String sms, int letters) {
    }

    private final Letters letters;
    private final SmsTexts sms;

    MessagePreview(Letters letters, SmsTexts sms) {
        this.letters = letters;
        this.sms = sms;
    }

    /** @param name whom the mail greets, as the viewer may see it */
    public Messages of(Wording wording, boolean staff, String number, String name) {
        Locale language = wording.locale();
        try {
            String text = sms.notice(language, wording.shortMessage());
            return new Messages(Letters.plain(letters.page(language, name, staff, number, wording.subject(), wording.body())), text,
                    text.codePointCount(0, text.length()));
        } catch (IOException | TemplateException e) {
            throw new IllegalStateException("The frame of mails cannot be filled in", e);
        }
    }
}
