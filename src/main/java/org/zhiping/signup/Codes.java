package org.zhiping.signup;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All codes. */
interface Codes {

    void add(Code code);

    /** One that is neither used nor tried too often nor expired. */
    Optional<Code> open(UUID id, Instant now);

    /** Counts a try, for good. @return the code, unless it is over */
    Optional<Code> tryOnce(UUID id, int mostTries, Instant now);

    /** A try that was right does not count. */
    void right(UUID id);

    /** @return false when somebody else was first */
    boolean end(UUID id);

    void replace(UUID id, String hash, Instant sentAt, Instant expiresAt);

    /** How many went to this contact since then; whoever asks holds it until the transaction ends. */
    int sentSince(String contactIndex, Instant since);

    void forget(Instant before);
}
