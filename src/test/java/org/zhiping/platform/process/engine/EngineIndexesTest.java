package org.zhiping.platform.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.ProductTest;

@ProductTest
class EngineIndexesTest {

    @Autowired private JdbcClient jdbc;

    @Test
    @Transactional
    void tasksBeneathATaskAreFoundWithoutReadingAll() {
        jdbc.sql("set local enable_seqscan = off").update();
        jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
        jdbc.sql("prepare beneath as select * from act_ru_task where parent_task_id_ = $1").update();
        assertThat(String.join("\n", jdbc.sql("explain execute beneath('t1')").query(String.class).list())).contains("zhiping_task_by_parent");
        jdbc.sql("deallocate beneath").update();
    }
}
