package org.zhiping.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** Runs as the real clock does, some way ahead of it. */
final class MovedClock extends Clock {

    private final Clock real;
    private final TimeOffset offset;

    MovedClock(Clock real, TimeOffset offset) {
        this.real = real;
        this.offset = offset;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset.ahead());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovedClock(real.withZone(zone), offset);
    }
}
