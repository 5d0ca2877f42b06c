package org.zhiping.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.TestDatabase;
import org.zhiping.identity.Absences;
import org.zhiping.platform.process.TestStepNames;

/** An event is told once by its key: through repeats, retries after a failure, other servers at the same moment and starts of the product. */
class ToldOnceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    private final DataSource database = TestDatabase.fresh();
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final List<Object> told = Collections.synchronizedList(new ArrayList<>());

    /** A start of the product: what was told is known from the database alone. */
    private StaffNotifier started() {
        NoticeTemplates templates = NoticeRendering.templates(NoticeRendering.none(), new ArrayList<>());
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Absences absences = mock(Absences.class);
        when(absences.withDeputies(any())).thenAnswer(call -> Set.copyOf(call.getArgument(0)));
        return new StaffNotifier(new NoticeValues(null, null, TestStepNames.create()), templates,
                new JdbcNotices(JdbcClient.create(database), told::add, new ObjectMapper(), clock), absences, clock);
    }

    private void tell(StaffNotifier notifier) {
        transaction.executeWithoutResult(status -> notifier.tell(List.of("li", "wang"), "reminder", "reminder:t7", "S2026000001",
                Map.of("task", "plan-session", "due", "2026-12-01")));
    }

    private int notices() {
        return JdbcClient.create(database).sql("select count(*) from notice").query(Integer.class).single();
    }

    @Test
    void aTimerThatFiresAgainTellsNobodyTwice() {
        StaffNotifier notifier = started();
        tell(notifier);
        tell(notifier);
        assertThat(notices()).isEqualTo(2);
        assertThat(told.stream().filter(NoticeTold.class::isInstance)).hasSize(2);
    }

    @Test
    void aStepThatIsRetriedAfterAFailureTellsOnce() {
        StaffNotifier notifier = started();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            tell(notifier);
            throw new IllegalStateException("the job fails after it told");
        })).hasMessageContaining("fails");
        assertThat(notices()).isZero();
        tell(notifier);
        assertThat(notices()).isEqualTo(2);
    }

    @Test
    void aStartOfTheProductForgetsNothing() {
        tell(started());
        tell(started());
        assertThat(notices()).isEqualTo(2);
        assertThat(told.stream().filter(NoticeTold.class::isInstance)).hasSize(2);
    }

    @Test
    void serversThatTellAtTheSameMomentTellOnce() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService servers = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            StaffNotifier notifier = started();
            all.add(servers.submit(() -> {
                go.await();
                tell(notifier);
                return null;
            }));
        }
        go.countDown();
        for (Future<?> each : all) {
            each.get();
        }
        servers.shutdown();
        assertThat(notices()).isEqualTo(2);
        assertThat(told.stream().filter(NoticeTold.class::isInstance)).hasSize(2);
    }
}
