package org.zhiping.platform.web;

import java.time.Clock;

/** Days and moments as pages say them, without Spring. */
public final class TestTimes {

    private TestTimes() {
    }

    public static PageTimes on(Clock clock) {
        return new PageTimes(clock);
    }
}
