package org.zhiping.benchmark;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Steps between two tasks run in the background, so a client may have to look again. */
final class Patience {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int MILLIS_BETWEEN_LOOKS = 50;

    private Patience() {
    }

    static void until(BooleanSupplier reached, String what) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited in vain for " + what);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
