package org.zhiping.sample;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * One mail as it arrived, in the two forms that the product's mails have.
 *
 * @param headers as received
 * @param html    not to be shown but in a sandbox
 */
public record ReceivedMail(long id, Instant at, String to, String subject, List<String> headers, String text, String html) {

    static ReceivedMail of(long id, Instant at, byte[] content) {
        try {
            MimeMessage message = new MimeMessage((Session) null, new ByteArrayInputStream(content));
            List<String> headers = Collections.list(message.getAllHeaders()).stream().map(ReceivedMail::line).toList();
            MimeMultipart forms = (MimeMultipart) message.getContent();
            return new ReceivedMail(id, at, MimeUtility.decodeText(message.getHeader("To", ", ")), message.getSubject(), headers,
                    (String) forms.getBodyPart(0).getContent(), (String) forms.getBodyPart(1).getContent());
        } catch (MessagingException e) {
            throw new IllegalStateException("Mail " + id + " is not one of ours", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Header header) {
        return header.getName() + ": " + header.getValue().replaceAll("\\s+", " ");
    }
}
