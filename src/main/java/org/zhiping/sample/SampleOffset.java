package org.zhiping.sample;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.TimeOffset;

/** Keeps how far the sample's time is ahead, over restarts too. */
@Repository
@DependsOnDatabaseInitialization
@ConditionalOnProperty("zhiping.sample.enabled")
class SampleOffset implements TimeOffset {

    private final JdbcClient jdbc;
    private volatile Duration ahead;

    SampleOffset(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.ahead = jdbc.sql("select ahead_seconds from sample_clock").query(Long.class).optional().map(Duration::ofSeconds).orElse(Duration.ZERO);
    }

    @Override
    public Duration ahead() {
        return ahead;
    }

    /** @throws Refusal for a step that does not go forward: what has happened by the clock cannot be undone */
    synchronized Duration move(Duration step) {
        if (step.isNegative() || step.isZero()) {
            throw Refusal.invalid("days", "sample-clock-forward");
        }
        Duration moved = ahead.plusSeconds(step.toSeconds());
        jdbc.sql("""
                insert into sample_clock (ahead_seconds) values (:seconds)
                on conflict (the_only) do update set ahead_seconds = excluded.ahead_seconds
                """).param("seconds", moved.toSeconds()).update();
        ahead = moved;
        return moved;
    }
}
