package org.zhiping.mail;

import freemarker.template.TemplateException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands a mail to the server. */
@Component
class MailCarrier implements Carrier {

    private final Optional<JavaMailSender> server;
    private final Letters letters;

    MailCarrier(Optional<JavaMailSender> server, Letters letters) {
        this.server = server;
        this.letters = letters;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean hasServer() {
        return server.isPresent();
    }

    @Override
    public Outcome carry(Sending mail) {
        Letter letter;
        try {
            letter = letters.write(server.orElseThrow().createMimeMessage().getSession(), mail);
        } catch (MessagingException | IOException | TemplateException | RuntimeException unwritten) {
            return new Outcome(Cause.of(unwritten, mail), false, false);
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
        return new Outcome(Cause.of(reply.words().isEmpty() ? failed : new MessagingException(reply.words()), mail), reply.isFinal(),
                letter.onItsWay() && !reply.given());
    }
}
