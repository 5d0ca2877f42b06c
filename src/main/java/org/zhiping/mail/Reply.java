package org.zhiping.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What a server answered to a mail it did not take.
 *
 * @param code  three digits, or 0 or less where it did not answer
 * @param words empty where it did not answer
 * @param about whether the answer is about this mail or its recipient, rather than about us
 */
record Reply(int code, String words, boolean about) {

    private static final Reply NONE = new Reply(0, "", false);

    static Reply in(Exception failed) {
        List<Reply> replies = new ArrayList<>();
        collect(failed, replies);
        return replies.stream().filter(reply -> reply.given() && reply.about()).findFirst()
                .or(() -> replies.stream().filter(Reply::given).findFirst()).orElse(NONE);
    }

    boolean given() {
        return code >= 400;
    }

    /** A 5xx about the recipient or the content stays so; one about the sender or the session is for the institution to mend. */
    boolean isFinal() {
        return about && code >= 500;
    }

    private static void collect(Throwable failed, List<Reply> replies) {
        if (failed instanceof SMTPAddressFailedException recipient) {
            replies.add(new Reply(recipient.getReturnCode(), words(recipient), true));
        } else if (failed instanceof SMTPSenderFailedException sender) {
            replies.add(new Reply(sender.getReturnCode(), words(sender), false));
        } else if (failed instanceof SMTPSendFailedException send) {
            boolean content = "DATA".equals(send.getCommand()) || ".".equals(send.getCommand());
            replies.add(new Reply(send.getReturnCode(), words(send), content));
        }
        if (failed instanceof MessagingException chained && chained.getNextException() != null) {
            collect(chained.getNextException(), replies);
        } else if (failed.getCause() != null) {
            collect(failed.getCause(), replies);
        }
    }

    private static String words(Exception reply) {
        return reply.getMessage() == null ? "" : reply.getMessage().strip();
    }
}
