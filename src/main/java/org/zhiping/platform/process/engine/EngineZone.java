package org.zhiping.platform.process.engine;

import java.util.TimeZone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine writes the local time of the machine and not which zone that is. The zone of the first start stays that of this virtual machine, so
 * that no deadline and no timer shifts when the product moves to a machine with another one. What people see is reckoned by the one Clock.
 */
@Component
@DependsOnDatabaseInitialization
class EngineZone {

    private static final Logger LOG = LoggerFactory.getLogger(EngineZone.class);

    private final JdbcClient jdbc;

    EngineZone(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Before the engine reads or writes its first time. */
    void set() {
        TimeZone here = TimeZone.getDefault();
        jdbc.sql("insert into engine_zone (zone) values (:zone) on conflict (one) do nothing").param("zone", here.getID()).update();
        TimeZone kept = TimeZone.getTimeZone(jdbc.sql("select zone from engine_zone").query(String.class).single());
        if (!kept.hasSameRules(here)) {
            LOG.warn("This machine's time zone is {}; the database was begun in {}, which stays in use", here.getID(), kept.getID());
            TimeZone.setDefault(kept);
        }
    }
}
