package org.zhiping.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.TestDatabase;
import org.zhiping.platform.TestWorkingDays;

/** Terms by the shipped table; a Friday in Shanghai, and Monday a holiday. */
class DeadlinesTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    private final javax.sql.DataSource source = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final AtomicInteger asked = new AtomicInteger();
    private final Decisions tables = new FileDecisions() {
        @Override
        public java.util.Map<String, Object> single(String decision, java.util.Map<String, ?> facts) {
            asked.incrementAndGet();
            return super.single(decision, facts);
        }
    };
    private final Deadlines deadlines = new Deadlines(tables, TestWorkingDays.on(jdbc),
            Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneId.of("Asia/Shanghai")));

    @Test
    void aTermCountsWorkingDaysToTheEndOfTheLastOne() {
        jdbc.sql("insert into calendar_day (day, working, note) values ('2026-11-23', false, '假日')").update();
        Deadlines.Term term = deadlines.from("review-materials", FRIDAY);
        assertThat(term.due()).isEqualTo("2026-11-30T15:59:59Z");
        assertThat(term.remindAt()).isEqualTo("2026-11-27T00:00:00Z");
        assertThat(term.escalateAt()).isEqualTo("2026-12-02T00:00:00Z");
        assertThat(deadlines.fromToday("review-materials")).isEqualTo(term.due());
    }

    @Test
    void aStepThatIsNotEscalatedHasNoTimeBeforeItsEnd() {
        Deadlines.Term term = deadlines.until("supplement-materials", FRIDAY);
        assertThat(term.remindAt()).isEqualTo("2026-11-17T00:00:00Z");
        assertThat(term.escalateAt()).isAfter(term.due());
    }

    @Test
    void theTableIsAskedOnceInATransaction() {
        new TransactionTemplate(new DataSourceTransactionManager(source)).executeWithoutResult(status -> {
            deadlines.from("enter-scores", FRIDAY);
            deadlines.from("enter-scores", FRIDAY.plusDays(1));
        });
        assertThat(asked).hasValue(1);
        deadlines.limit("enter-scores");
        assertThat(asked).hasValue(2);
    }

    @Test
    void aStepWithoutARowIsAFault() {
        assertThatThrownBy(() -> deadlines.limit("make-coffee")).isInstanceOf(IllegalStateException.class).hasMessageContaining("make-coffee");
    }
}
