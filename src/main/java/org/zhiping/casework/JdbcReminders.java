package org.zhiping.casework;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReminders implements Reminders {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcReminders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean first(String wait, Kind kind) {
        return jdbc.sql("insert into reminder (wait, kind, told_at) values (:wait, :kind, :now) on conflict (wait, kind) do nothing")
                .param("wait", wait).param("kind", kind.name()).param("now", OffsetDateTime.now(clock)).update() > 0;
    }
}
