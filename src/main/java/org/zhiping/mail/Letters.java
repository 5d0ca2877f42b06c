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
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.notice.Entry;
import org.zhiping.notice.Inbox;
import org.zhiping.platform.PublicAddress;
import org.zhiping.platform.Texts;

/**
 * Writes the mail of a notice, {@code mail/<language>.ftlh} around the words of the notice, or of a one-time code; as HTML and as
 * plain text.
 */
@Component
class Letters {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Inbox inbox;
    private final Accounts accounts;
    private final Sender sender;
    private final PublicAddress site;
    private final Texts texts;
    private final Clock clock;
    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

    Letters(Inbox inbox, Accounts accounts, Sender sender, PublicAddress site, Texts texts, Clock clock) {
        this.inbox = inbox;
        this.accounts = accounts;
        this.sender = sender;
        this.site = site;
        this.texts = texts;
        this.clock = clock;
        templates.setClassForTemplateLoading(Letters.class, "/mail");
        templates.setDefaultEncoding(UTF_8);
        templates.setLocalizedLookup(false);
    }

    Letter write(Session session, Sending mail) throws MessagingException, IOException, TemplateException {
        Entry notice = mail.code() == null ? inbox.find(mail.noticeId(), mail.language()) : null;
        String subject = oneLine(notice == null ? codeSubject(mail) : notice.subject());
        Letter letter = new Letter(session, mail.messageId());
        letter.setFrom(new InternetAddress(sender.address(), sender.name(mail.language()), UTF_8));
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to().email().ascii(), true));
        if (sender.answersTo().isPresent()) {
            letter.setReplyTo(InternetAddress.parse(sender.answersTo().get()));
        }
        letter.setSubject(subject, UTF_8);
        letter.setSentDate(Date.from(clock.instant()));
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setContentLanguage(new String[] {mail.language().toLanguageTag()});
        letter.setContent(both(notice == null ? codePage(mail, subject) : page(mail, notice)));
        return letter;
    }

    private String page(Sending mail, Entry notice) throws IOException, TemplateException {
        return page(mail.language(), accounts.find(mail.account()).map(Account::name).orElse(""), notice.forStaff(), notice.number(),
                notice.subject(), notice.body());
    }

    /** The page of a mail; paths in the words lead to this installation. */
    String page(Locale language, String name, boolean staff, String number, String subject, String body) throws IOException, TemplateException {
        String about = staff ? "/desk/inbox" : number.isEmpty() ? "/portal/inbox" : "/portal/applications/" + number;
        return fill(language.toLanguageTag() + ".ftlh", language, Map.of("name", name, "subject", oneLine(subject),
                "body", body.replace(" href=\"/", " href=\"" + site.of("/")), "link", site.of(about), "account", site.of("/account")));
    }

    private String codeSubject(Sending mail) {
        return texts.of(mail.language(), "mail.code." + mail.code().key() + ".subject", sender.name(mail.language()));
    }

    private String codePage(Sending mail, String subject) throws IOException, TemplateException {
        CodeWords words = mail.code();
        return fill("code.ftlh", mail.language(), Map.of("language", mail.language().toLanguageTag(), "subject", subject,
                "body", texts.of(mail.language(), "mail.code." + words.key(), words.minutes()), "code", words.code(),
                "why", texts.of(mail.language(), "mail.code.why"), "link", site.of("/sign-in")));
    }

    private String fill(String template, Locale language, Map<String, Object> values) throws IOException, TemplateException {
        Map<String, Object> all = new HashMap<>(values);
        all.put("institution", sender.name(language));
        all.put("contact", sender.contact());
        StringWriter page = new StringWriter();
        templates.getTemplate(template).process(all, page);
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
        String text = body.replaceAll(">\\s+<", "><").replaceAll("<br\\s*/?>", "\n").replaceAll("</(p|blockquote|li)>", "\n\n").replaceAll("<[^>]*>", "");
        return HtmlUtils.htmlUnescape(text).strip() + "\n";
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
