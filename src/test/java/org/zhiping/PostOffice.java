package org.zhiping;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server that can be told to misbehave. */
public final class PostOffice implements AutoCloseable {

    /** How one attempt is met. */
    public enum Manner {
        ACCEPT, NO_SUCH_PERSON, BUSY, CLOSING, REFUSE_CONTENT, BUSY_AFTER_CONTENT, HANG_UP_AFTER_CONTENT, NEVER_ANSWER
    }

    /** A mail that the server has taken, whether or not it said so. */
    public record Received(String to, MimeMessage message) {

        public String header(String name) {
            try {
                return message.getHeader(name, null);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        public String messageId() {
            return header("Message-ID");
        }
    }

    private final Map<String, Deque<Manner>> manners = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile Runnable eachTime = () -> { };
    private SMTPServer server;

    public PostOffice() {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** From now on there is a server on the port. */
    public PostOffice open() {
        server = SMTPServer.port(port).bindAddress(InetAddress.getLoopbackAddress()).messageHandlerFactory(Delivery::new).build();
        server.start();
        return this;
    }

    /** From now on a connection is refused. */
    public void shut() {
        server.stop();
    }

    /** The next attempts to reach this person end so; all after that are accepted. */
    public void meet(String person, Manner... next) {
        manners.put(person, new ArrayDeque<>(Arrays.asList(next)));
    }

    /** Runs for every mail before it is acknowledged. */
    public void eachTime(Runnable act) {
        eachTime = act;
    }

    public List<Received> received() {
        return received;
    }

    public List<Received> received(String person) {
        return received.stream().filter(mail -> mail.to().equals(person)).toList();
    }

    @Override
    public void close() {
        shut();
    }

    private final class Delivery implements MessageHandler {

        private final MessageContext session;
        private String to;
        private Manner manner;

        Delivery(MessageContext session) {
            this.session = session;
        }

        @Override
        public void from(String address) {
        }

        @Override
        public void recipient(String address) throws RejectException {
            to = address;
            Manner next = manners.getOrDefault(address, new ArrayDeque<>()).poll();
            manner = next == null ? Manner.ACCEPT : next;
            switch (manner) {
                case NO_SUCH_PERSON -> throw new RejectException(550, "5.1.1 <" + address + "> unknown here");
                case BUSY -> throw new RejectException(451, "4.3.0 try again later");
                case CLOSING -> throw new RejectException(421, "4.3.2 closing");
                default -> { }
            }
        }

        @Override
        public String data(InputStream content) throws RejectException, IOException {
            byte[] bytes = content.readAllBytes();
            switch (manner) {
                case REFUSE_CONTENT -> throw new RejectException(554, "5.7.1 not wanted");
                case BUSY_AFTER_CONTENT -> throw new RejectException(452, "4.2.2 mailbox full");
                default -> keep(bytes);
            }
            eachTime.run();
            var connection = (org.subethamail.smtp.server.Session) session;
            if (manner == Manner.NEVER_ANSWER) {
                connection.getRawInput().transferTo(OutputStream.nullOutputStream());
            }
            if (manner != Manner.ACCEPT) {
                connection.closeSocket();
            }
            return null;
        }

        private void keep(byte[] bytes) {
            try {
                received.add(new Received(to, new MimeMessage((Session) null, new ByteArrayInputStream(bytes))));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void done() {
        }
    }
}
