package org.zhiping.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people have chosen about their messages, and whose morning has been looked at. */
interface NoticeChoices {

    /** Empty where the person has chosen nothing, and the routing counts. */
    Optional<Boolean> wanted(String account, String kind, Channel channel);

    /** By kind and channel. */
    Map<String, Map<Channel, Boolean>> of(String account);

    /** @param wanted null gives the choice up */
    void choose(String account, String kind, Channel channel, Boolean wanted);

    /** Whether this member of staff gets one mail each working day. */
    boolean daily(String account);

    void daily(String account, boolean daily, Instant now);

    List<String> allDaily();

    /**
     * Notes in the running transaction that this day's digest is seen to.
     *
     * @return since when the digest tells; empty when this day was seen to before
     */
    Optional<Instant> begin(String account, LocalDate day, Instant now);
}
