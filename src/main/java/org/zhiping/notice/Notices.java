package org.zhiping.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All notices. */
interface Notices extends Inbox {

    /** Puts a notice into the inbox of everybody who was not told it already, and publishes {@link NoticeTold} for each. */
    void add(Notice notice, List<Wording> wordings);

    /** A notice with the values it was filled with. */
    record Told(long id, String number, Instant at, Map<String, String> said) {
    }

    /** The newest of this kind whose values are kept, newest first. */
    List<Told> ofKind(String kind, int most);

    /** The newest of this kind about this case or session. */
    Optional<Told> latest(String kind, String number);
}
