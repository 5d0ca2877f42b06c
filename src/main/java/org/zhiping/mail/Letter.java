package org.zhiping.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A message that keeps its Message-ID, and knows whether the server was ready for it and it began to go out. */
class Letter extends MimeMessage {

    private final String messageId;
    private volatile boolean onItsWay;

    Letter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** From here on the server may have it, even if it never says so. */
    boolean onItsWay() {
        return onItsWay;
    }

    @Override
    public void writeTo(OutputStream out, String[] leftOut) throws IOException, MessagingException {
        onItsWay = true;
        super.writeTo(out, leftOut);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
