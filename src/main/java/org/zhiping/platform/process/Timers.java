package org.zhiping.platform.process;

import java.time.Instant;
import java.util.Optional;

/** What the processes wait for by the clock. */
public interface Timers {

    /** When the next timer of any process falls due; empty when none waits. */
    Optional<Instant> next();
}
