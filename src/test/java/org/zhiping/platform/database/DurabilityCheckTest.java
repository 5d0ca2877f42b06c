package org.zhiping.platform.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.TestDatabase;

/** The product runs on a server that keeps what it has confirmed, and on no other, such as that of most tests. */
class DurabilityCheckTest {

    @Test
    void aServerThatMayLoseConfirmedDataIsRefusedWithWhatIsToBeTurnedOn() {
        assertThatIllegalStateException().isThrownBy(() -> check(TestDatabase.fresh()))
                .withMessageEndingWith("turn on fsync, full_page_writes, synchronous_commit");
    }

    @Test
    void aDurableServerIsTaken() {
        assertThatCode(() -> check(TestDatabase.durable())).doesNotThrowAnyException();
    }

    private static void check(DataSource database) {
        new DurabilityCheck(JdbcClient.create(database)).run(null);
    }
}
