package org.zhiping.desk;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.mail.MessagePreview;
import org.zhiping.notice.NoticeTrial;
import org.zhiping.notice.TemplateText;
import org.zhiping.notice.Wording;
import org.zhiping.platform.MaskedName;
import org.zhiping.platform.Texts;

/** How words that are not published yet would arrive, with no more of the person than the viewer may see. */
@Component
class NoticePreviews {

    /** One language. */
    public record Preview(String tag, Wording said, MessagePreview.Messages messages) {
    }

    private final NoticeTrial trial;
    private final MessagePreview messages;
    private final Accounts accounts;
    private final CurrentUser user;
    private final Texts texts;

    NoticePreviews(NoticeTrial trial, MessagePreview messages, Accounts accounts, CurrentUser user, Texts texts) {
        this.trial = trial;
        this.messages = messages;
        this.accounts = accounts;
        this.user = user;
        this.texts = texts;
    }

    NoticeTrial.Values values(String kind, String number) {
        return trial.of(kind, number, user.id(), seesPeople());
    }

    Preview of(String kind, Locale locale, TemplateText text, NoticeTrial.Values values) {
        Wording said = trial.say(kind, locale, text, values);
        return new Preview(locale.toLanguageTag(), said, messages.of(said, kind.startsWith("staff-"), values.number(), name(kind, locale, values)));
    }

    /** Staff are greeted by an example; an applicant by a name that only those who may see it see whole. */
    private String name(String kind, Locale locale, NoticeTrial.Values values) {
        if (values.applicant() == null || kind.startsWith("staff-")) {
            return texts.of(locale, "desk.notices.somebody");
        }
        String name = accounts.find(values.applicant()).map(Account::name).orElse("");
        return seesPeople() ? name : MaskedName.of(name);
    }

    private boolean seesPeople() {
        return user.hasAny(DeskRoles.PERSON);
    }
}
