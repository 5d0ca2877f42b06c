package org.zhiping.platform.process.engine;

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

    JdbcOpenSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Step> all() {
        return jdbc.sql("""
                select task_def_key_, max(name_) as name, count(*) as open, min(create_time_) as oldest
                from act_ru_task where task_def_key_ is not null group by task_def_key_ order by oldest
                """)
                .query((row, number) -> new Step(row.getString("task_def_key_"), row.getString("name"), row.getLong("open"),
                        row.getObject("oldest", LocalDateTime.class).atZone(ZoneId.systemDefault()).toInstant())).list();
    }
}
