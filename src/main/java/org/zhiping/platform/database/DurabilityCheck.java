package org.zhiping.platform.database;

import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ApplicationArguments;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to run on a server that may lose what it has confirmed. */
@Component
@Order(0)
class DurabilityCheck implements ApplicationRunner {

    private final JdbcClient jdbc;

    DurabilityCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> off = jdbc.sql("""
                select name from pg_settings
                where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name
                """).query(String.class).list();
        if (!off.isEmpty()) {
            throw new IllegalStateException("PostgreSQL may lose confirmed data: turn on " + String.join(", ", off));
        }
    }
}
