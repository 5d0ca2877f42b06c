package org.zhiping.mail;

import freemarker.template.TemplateException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands a mail to the server once and says how that ended. */
@Component
class Carrier {

    private static final int LONGEST_CAUSE = 500;

    private final Optional<JavaMailSender> server;
    private final Letters letters;

    Carrier(Optional<JavaMailSender> server, Letters letters) {
        this.server = server;
        this.letters = letters;
    }

    boolean hasServer() {
        return server.isPresent();
    }

    Outcome carry(Sending mail) {
        Letter letter;
        try {
            letter = letters.write(server.orElseThrow().createMimeMessage().getSession(), mail);
        } catch (MessagingException | IOException | TemplateException | RuntimeException unwritten) {
            return new Outcome(cause(unwritten, mail), false, false);
        }
        try {
            server.orElseThrow().send(letter);
            return Outcome.ACCEPTED;
        } catch (MailSendException failed) {
            return failed.getMessageExceptions().length == 0 ? Outcome.ACCEPTED : ended(failed.getMessageExceptions()[0], letter, mail);
        } catch (MailException failed) {
            return ended(failed, letter, mail);
        }
    }

    /** A server that answered has not taken the mail; one that fell silent while the mail was on its way may have. */
    private static Outcome ended(Exception failed, Letter letter, Sending mail) {
        Reply reply = Reply.in(failed);
        return new Outcome(cause(reply.words().isEmpty() ? failed : new MessagingException(reply.words()), mail), reply.isFinal(),
                letter.onItsWay() && !reply.given());
    }

    /** In the server's words where it said any, without the address. */
    private static String cause(Exception failed, Sending mail) {
        Throwable root = failed;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String words = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        String masked = words.replaceAll("(?i)" + Pattern.quote(mail.address().ascii()), Matcher.quoteReplacement(mail.address().masked()));
        String line = Letters.oneLine(masked);
        return line.substring(0, Math.min(line.length(), LONGEST_CAUSE));
    }
}
