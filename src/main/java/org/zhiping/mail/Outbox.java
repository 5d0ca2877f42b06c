package org.zhiping.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.zhiping.identity.Account;
import org.zhiping.identity.Contact;
import org.zhiping.signup.ContactTold;

/** The messages that wait or are under way. */
interface Outbox {

    /** In the running transaction. */
    void add(long noticeId, Account of, Contact to);

    /** In the running transaction. */
    void add(ContactTold told);

    /** How many messages of notices of these kinds were made for this account since then; no more than {@code most} are counted. */
    int since(String account, Collection<String> kinds, Instant since, int most);

    /**
     * The message of these channels that is due first, marked as under way for this long before anything is sent. One whose sender
     * died is handed out again, marked as possibly repeated.
     */
    Optional<Sending> take(Set<Channel> channels, Duration lease);

    void sent(Sending message);

    /** @param maybeArrived nobody knows whether the server took it */
    void retry(Sending message, Duration after, String cause, boolean maybeArrived);

    void giveUp(Sending message, String cause, boolean maybeArrived);
}
