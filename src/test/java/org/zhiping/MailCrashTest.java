package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.platform.TestVault;

/** The product is killed while it sends: no mail is lost, no more are repeated than were under way, and those are reported. */
class MailCrashTest {

    private static final int MAILS = 200;
    private static final int SENDERS = 4;

    private final PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.durable();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void afterAKillEveryMailArrivesAndWhatMayHaveArrivedTwiceIsReported(@TempDir Path folder) throws Exception {
        queueMails();
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch killed = new CountDownLatch(1);
        AtomicInteger number = new AtomicInteger();
        try (PostOffice office = new PostOffice();
             RunningProduct product = new RunningProduct(folder, settings(office))) {
            office.eachTime(() -> {
                if (number.incrementAndGet() == MAILS / 4) {
                    reached.countDown();
                    waitFor(killed);
                }
            });
            office.open();
            reached.await();
            product.killAndStartAgain();
            killed.countDown();
            await().atMost(Duration.ofMinutes(2)).until(() -> count("state = 'SENT'") == MAILS);
            Map<String, Long> copies = office.received().stream().collect(Collectors.groupingBy(PostOffice.Received::messageId, Collectors.counting()));
            Set<String> repeated = copies.entrySet().stream().filter(mail -> mail.getValue() > 1).map(Map.Entry::getKey).collect(Collectors.toSet());
            assertThat(copies).hasSize(MAILS).allSatisfy((mail, times) -> assertThat(times).isLessThanOrEqualTo(2));
            assertThat(repeated).isNotEmpty().hasSizeLessThanOrEqualTo(SENDERS);
            assertThat(jdbc.sql("select message_id from mail where possibly_repeated").query(String.class).list())
                    .containsAll(repeated).hasSizeLessThanOrEqualTo(SENDERS);
        }
    }

    private String[] settings(PostOffice office) {
        return new String[] {"--spring.datasource.url=" + database.getUrl(), "--spring.datasource.username=postgres", "--spring.datasource.password=",
            "--zhiping.vault.key=" + TestVault.KEY, "--zhiping.sample.enabled=false", "--zhiping.first-administrator=false",
            "--spring.mail.host=localhost", "--spring.mail.port=" + office.port(), "--zhiping.mail.senders=" + SENDERS,
            "--zhiping.mail.max-attempts=1000", "--zhiping.mail.first-retry=300ms", "--zhiping.mail.longest-retry=1s",
            "--zhiping.mail.lease=10s", "--zhiping.mail.poll=100ms"};
    }

    private void queueMails() {
        jdbc.sql("""
                insert into notice (account, key, kind, number, at)
                select 'somebody', 'mail ' || n, 'staff-reminder', 'S2026000001', now() from generate_series(1, :mails) as n
                """).param("mails", MAILS).update();
        jdbc.sql("insert into notice_text (notice_id, locale, subject, body) select id, 'zh-CN', '待办', '<p>…</p>' from notice").update();
        jdbc.sql("""
                insert into mail (notice_id, account, address, language, message_id, queued_at)
                select id, account, :address, 'zh-CN', '<notice-' || id || '@zhiping.example>', now() from notice
                """).param("address", TestVault.create().encrypt("somebody@zhiping.example")).update();
    }

    private int count(String where) {
        return jdbc.sql("select count(*) from mail where " + where).query(Integer.class).single();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
