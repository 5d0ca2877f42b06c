package org.zhiping.mail;

import java.time.Duration;
import java.util.Optional;
import org.zhiping.identity.Account;

/** The mails that wait or are under way. */
interface Outbox {

    /** In the running transaction. */
    void add(long noticeId, Account to);

    /**
     * The mail that is due first, marked as under way for this long before anything is sent. One whose sender died is handed
     * out again, marked as possibly repeated.
     */
    Optional<Sending> take(Duration lease);

    void sent(Sending mail);

    /** @param maybeArrived nobody knows whether the server took it */
    void retry(Sending mail, Duration after, String cause, boolean maybeArrived);

    void giveUp(Sending mail, String cause, boolean maybeArrived);
}
