package org.zhiping.platform.process.engine;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.process.OpenSteps;

/** One grouped look at the engine's task table; its own queries would fetch every task. */
@Repository
class JdbcOpenSteps implements OpenSteps {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcOpenSteps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Step> all() {
        return jdbc.sql("""
                select task_def_key_, max(name_) as name, count(*) as open, count(*) filter (where due_date_ < :now) as overdue,
                       min(create_time_) as oldest
                from act_ru_task where task_def_key_ is not null group by task_def_key_ order by oldest
                """)
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault()))
                .query((row, number) -> new Step(row.getString("task_def_key_"), row.getString("name"), row.getLong("open"), row.getLong("overdue"),
                        row.getObject("oldest", LocalDateTime.class).atZone(ZoneId.systemDefault()).toInstant())).list();
    }
}
