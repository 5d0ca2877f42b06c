package org.zhiping.mail;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.notice.Entry;
import org.zhiping.notice.Inbox;
import org.zhiping.platform.PublicAddress;

/** Writes the mail of a notice: {@code mail/<language>.ftlh} around the words of the notice, as HTML and as plain text. */
@Component
class Letters {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Inbox inbox;
    private final Accounts accounts;
    private final Sender sender;
    private final PublicAddress site;
    private final Clock clock;
    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

    Letters(Inbox inbox, Accounts accounts, Sender sender, PublicAddress site, Clock clock) {
        this.inbox = inbox;
        this.accounts = accounts;
        this.sender = sender;
        this.site = site;
        this.clock = clock;
        templates.setClassForTemplateLoading(Letters.class, "/mail");
        templates.setDefaultEncoding(UTF_8);
        templates.setLocalizedLookup(false);
    }

    Letter write(Session session, Sending mail) throws MessagingException, IOException, TemplateException {
        Entry notice = inbox.find(mail.noticeId(), mail.language());
        Letter letter = new Letter(session, mail.messageId());
        letter.setFrom(new InternetAddress(sender.address(), sender.name(mail.language()), UTF_8));
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.address().ascii(), true));
        if (sender.answersTo().isPresent()) {
            letter.setReplyTo(InternetAddress.parse(sender.answersTo().get()));
        }
        letter.setSubject(oneLine(notice.subject()), UTF_8);
        letter.setSentDate(Date.from(clock.instant()));
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setContentLanguage(new String[] {mail.language().toLanguageTag()});
        letter.setContent(both(page(mail, notice)));
        return letter;
    }

    private String page(Sending mail, Entry notice) throws IOException, TemplateException {
        Locale language = mail.language();
        String about = notice.forStaff() ? "/desk/inbox" : "/portal/applications/" + notice.number();
        StringWriter page = new StringWriter();
        templates.getTemplate(language.toLanguageTag() + ".ftlh").process(Map.of(
                "name", accounts.find(mail.account()).map(Account::name).orElse(""), "subject", oneLine(notice.subject()),
                "body", notice.body(), "link", site.of(about), "account", site.of("/account"),
                "institution", sender.name(language), "contact", sender.contact()), page);
        return page.toString();
    }

    private static MimeMultipart both(String page) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(plain(page), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(page, UTF_8, "html");
        return new MimeMultipart("alternative", plain, html);
    }

    /** What stands in the page's body, a blank line after each paragraph. */
    static String plain(String page) {
        String body = page.substring(page.indexOf("<body>") + "<body>".length());
        String text = body.replaceAll(">\\s+<", "><").replaceAll("<br>", "\n").replaceAll("</(p|blockquote|li)>", "\n\n").replaceAll("<[^>]*>", "");
        return HtmlUtils.htmlUnescape(text).strip() + "\n";
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
