package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product is stopped while people work, while it starts, and where its port is taken: nothing confirmed is lost, nothing is left behind. */
class StopTest {

    private static final int CLIENTS = 6;
    private static final int KILLED_BY_SIGTERM = 143;

    @TempDir
    Path data;

    @Test
    void whatWasConfirmedBeforeAStopIsThereAfterIt() throws Exception {
        try (RunningProduct product = new RunningProduct(data)) {
            List<BusyApplicant> clients = IntStream.range(0, CLIENTS).mapToObj(number -> new BusyApplicant(product.address(), number)).toList();
            ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
            clients.forEach(client -> threads.submit(client::workUntilRefused));
            clients.forEach(BusyApplicant::awaitFirstCase);

            assertThat(product.stop()).isEqualTo(KILLED_BY_SIGTERM);
            assertThat(product.databaseRuns()).isFalse();
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            assertThat(clients).allSatisfy(client -> assertThat(client.surprises()).isEmpty());

            assertThat(product.startAndStopAtOnce()).isEqualTo(KILLED_BY_SIGTERM);
            assertThat(product.databaseRuns()).isFalse();

            assertThat(product.startOnTakenPort()).isEqualTo(1);
            assertThat(product.log()).contains("已被占用").contains("is taken");
            assertThat(product.databaseRuns()).isFalse();

            product.recoverFor(Duration.ofSeconds(12));
            product.start();
            assertThat(product.log()).doesNotContain("was not properly shut down");
            clients.forEach(BusyApplicant::checkWhatWasConfirmed);
        }
    }
}
