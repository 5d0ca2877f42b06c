package org.zhiping.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.PostOffice;
import org.zhiping.RunningProduct;
import org.zhiping.TestDatabase;
import org.zhiping.platform.TestVault;

/**
 * How many notices a second reach a local SMTP server, and what a kill in the middle costs. Properties: {@code notices} (2000), the number
 * of each run, and {@code senders} (4). Prints JSON; {@code lost} must be 0, and {@code repeated} at most {@code senders}.
 */
public final class NoticeBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int NOTICES = Integer.getInteger("notices", 2_000);
    private static final int SENDERS = Integer.getInteger("senders", 4);
    private static final int WARM_UP = 200;

    private final PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.durable();
    private final JdbcClient jdbc = JdbcClient.create(database);

    private NoticeBenchmark() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println(JSON.writeValueAsString(new NoticeBenchmark().measure()));
        System.exit(0);
    }

    private Map<String, Object> measure() throws IOException, InterruptedException {
        Map<String, Object> figures = new LinkedHashMap<>(Map.of("notices", NOTICES, "senders", SENDERS));
        try (PostOffice office = new PostOffice().open();
             RunningProduct product = new RunningProduct(Files.createTempDirectory(Path.of("target"), "notice-benchmark"), settings(office))) {
            queue(WARM_UP);
            drained(office, WARM_UP);
            long begun = System.nanoTime();
            queue(NOTICES);
            drained(office, WARM_UP + NOTICES);
            figures.put("noticesPerSecond", Math.round(NOTICES / ((System.nanoTime() - begun) / 1e9) * 10) / 10.0);
            figures.put("afterKill", killed(office, product));
        }
        return figures;
    }

    private Map<String, Object> killed(PostOffice office, RunningProduct product) throws IOException, InterruptedException {
        int before = office.received().size();
        CountDownLatch half = new CountDownLatch(1);
        CountDownLatch again = new CountDownLatch(1);
        AtomicInteger number = new AtomicInteger();
        office.eachTime(() -> {
            if (number.incrementAndGet() == NOTICES / 2) {
                half.countDown();
                await(again);
            }
        });
        long begun = System.nanoTime();
        queue(NOTICES);
        half.await();
        product.killAndStartAgain();
        again.countDown();
        while (waiting() > 0) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        Map<String, Long> copies = office.received().stream().skip(before)
                .collect(Collectors.groupingBy(PostOffice.Received::messageId, Collectors.counting()));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("lost", NOTICES - copies.size());
        figures.put("repeated", copies.values().stream().filter(times -> times > 1).count());
        figures.put("markedPossiblyRepeated", jdbc.sql("select count(*) from mail where possibly_repeated").query(Integer.class).single());
        figures.put("secondsWithTheStart", Math.round((System.nanoTime() - begun) / 1e8) / 10.0);
        return figures;
    }

    private void drained(PostOffice office, int all) throws InterruptedException {
        while (office.received().size() < all || waiting() > 0) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private int waiting() {
        return jdbc.sql("select count(*) from mail where state in ('QUEUED', 'SENDING')").query(Integer.class).single();
    }

    /** Notices as they stand in the inbox and in the queue once they were told. */
    private void queue(int notices) {
        jdbc.sql("""
                with told as (
                    insert into notice (account, key, kind, number, at)
                    select 'somebody', gen_random_uuid()::text, 'staff-reminder', 'S2026000001', now() from generate_series(1, :notices) returning id
                ), worded as (
                    insert into notice_text (notice_id, locale, subject, body)
                    select id, 'zh-CN', '待办即将到期：编排考试场次', '<p>须在 2026年12月1日 前办完，请及时办理。</p>' from told
                )
                insert into mail (notice_id, account, address, language, message_id, queued_at)
                select id, 'somebody', :address, 'zh-CN', '<notice-' || id || '@zhiping.example>', now() from told
                """).param("notices", notices).param("address", TestVault.create().encrypt("somebody@zhiping.example")).update();
    }

    private String[] settings(PostOffice office) {
        return new String[] {"--spring.datasource.url=" + database.getUrl(), "--spring.datasource.username=postgres", "--spring.datasource.password=",
            "--zhiping.vault.key=" + TestVault.KEY, "--zhiping.sample.enabled=false", "--zhiping.first-administrator=false",
            "--spring.mail.host=localhost", "--spring.mail.port=" + office.port(), "--zhiping.mail.senders=" + SENDERS,
            "--zhiping.mail.max-attempts=1000", "--zhiping.mail.first-retry=300ms", "--zhiping.mail.longest-retry=1s",
            "--zhiping.mail.lease=5s", "--zhiping.mail.poll=100ms"};
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
