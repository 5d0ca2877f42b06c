package org.zhiping.platform.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.TestDatabase;

/** A database that was begun in one time zone is served on a machine in another. */
class EngineZoneTest {

    @Test
    void theZoneOfTheFirstStartStays() {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            new EngineZone(jdbc).set();
            assertThat(TimeZone.getDefault().getID()).isEqualTo("America/New_York");
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            new EngineZone(jdbc).set();
            assertThat(TimeZone.getDefault().getID()).isEqualTo("America/New_York");
        } finally {
            TimeZone.setDefault(here);
        }
    }
}
