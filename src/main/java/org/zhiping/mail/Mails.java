package org.zhiping.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All mails. */
public interface Mails {

    /** How many there are in each state. */
    Map<MailState, Long> counts();

    /** When the oldest of those that still wait was queued. */
    Optional<Instant> waitingSince();

    /** The newest 200 that were given up. */
    List<Mail> dead();

    /** The newest 200 that may have arrived more than once. */
    List<Mail> possiblyRepeated();

    /**
     * Queues a dead one again, to the address its account has now.
     *
     * @throws org.zhiping.platform.Refusal (CONFLICT) when it is not dead or its account has no address any more
     */
    void resend(long id);

    /** Queues all dead ones again whose accounts have an address. @return how many */
    int resendAll();
}
