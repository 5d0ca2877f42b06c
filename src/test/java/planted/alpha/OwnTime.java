package planted.alpha;

import java.time.Instant;
import planted.beta.JdbcThings;

/** Planted: asks the machine for the time. */
public class OwnTime {

    JdbcThings things;

    Instant instant() {
        return Instant.now();
    }
}
