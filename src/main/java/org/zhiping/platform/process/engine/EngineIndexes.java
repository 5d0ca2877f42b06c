package org.zhiping.platform.process.engine;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine asks its own tables without an index for it. */
@Component
@Order(5)
class EngineIndexes implements ApplicationRunner {

    /** With each task that ends, for the tasks beneath it. There never are any here, so the index stays empty; without it all open tasks were read. */
    private static final String TASKS_BENEATH = """
            create index if not exists zhiping_task_by_parent on act_ru_task (parent_task_id_) where parent_task_id_ is not null""";

    private final JdbcClient jdbc;

    EngineIndexes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        jdbc.sql(TASKS_BENEATH).update();
    }
}
