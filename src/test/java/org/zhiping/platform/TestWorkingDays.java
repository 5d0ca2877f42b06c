package org.zhiping.platform;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The working-day calendar of a test's own database. */
public final class TestWorkingDays {

    private TestWorkingDays() {
    }

    public static WorkingDays on(JdbcClient jdbc) {
        return new WorkingDays(jdbc);
    }
}
