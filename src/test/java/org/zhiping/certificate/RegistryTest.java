package org.zhiping.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.TestDatabase;
import org.zhiping.platform.TestVault;

/** The registry on PostgreSQL: serials without holes or doubles, rows that stay. */
class RegistryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Registry registry = new JdbcRegistry(jdbc, TestVault.create());
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final NumberPattern pattern = NumberPattern.own("IO-{year}-{level}-{serial:6}");

    @Test
    void manyIssuersAtOnceAndOverNewYearGiveEverySerialOnce() throws Exception {
        List<String> numbers = atOnce(80, n -> issue("C" + n, n % 2 == 0 ? 2026 : 2027));
        assertThat(numbers).doesNotHaveDuplicates().hasSize(80);
        assertThat(jdbc.sql("select serial from certificate where series like 'IO-2026%' order by serial").query(Long.class).list())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).mapToObj(Long::valueOf).toList());
        assertThat(jdbc.sql("select max(serial) from certificate where series like 'IO-2027%'").query(Long.class).single()).isEqualTo(40);
    }

    @Test
    void anIssueThatFailsLeavesNoHole() {
        issue("C1", 2026);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            registry.next(pattern.series(2026));
            throw new IllegalStateException("The document cannot be stored");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(issue("C2", 2026)).isEqualTo("IO-2026-JUNIOR-000002");
    }

    @Test
    void aCaseHasOneCertificate() {
        issue("C1", 2026);
        assertThatThrownBy(() -> issue("C1", 2026)).hasMessageContaining("certificate_case_number_key");
        assertThat(issue("C2", 2026)).isEqualTo("IO-2026-JUNIOR-000002");
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        String number = issue("C1", 2026);
        Certificate certificate = registry.find(number).orElseThrow();
        assertThat(certificate.printed()).isEqualTo(CertificatePdfTest.printed("张三").numbered(number));
        assertThat(registry.ofCase("C1")).contains(certificate);
        assertThat(registry.find("IO-2026-JUNIOR-000099")).isEmpty();
        assertThat(jdbc.sql("select printed from certificate").query(String.class).single()).doesNotContain("张三");
    }

    @Test
    void aRowIsNeverDeletedNorRewritten() {
        String number = issue("C1", 2026);
        for (String forbidden : List.of("delete from certificate", "truncate certificate cascade",
                "update certificate set number = 'IO-2026-JUNIOR-000002'", "update certificate set printed = 'x'",
                "update certificate set issued_on = '2020-01-01'", "update certificate set case_number = 'C2'")) {
            assertThatThrownBy(() -> jdbc.sql(forbidden).update()).as(forbidden).hasMessageContaining("ertificate");
        }
        assertThat(registry.find(number)).isPresent();
    }

    @Test
    void revokedStaysRevoked() {
        String number = issue("C1", 2026);
        jdbc.sql("update certificate set status = 'SUSPENDED', status_on = '2026-12-01'").update();
        jdbc.sql("update certificate set status = 'REVOKED', status_on = '2026-12-02'").update();
        assertThat(registry.find(number)).get().extracting(Certificate::status, Certificate::statusOn)
                .containsExactly(CertificateStatus.REVOKED, LocalDate.of(2026, 12, 2));
        assertThatThrownBy(() -> jdbc.sql("update certificate set status = 'VALID'").update())
                .hasMessageContaining("stays so");
    }

    private String issue(String caseNumber, int year) {
        return transaction.execute(status -> {
            Registry.Serial serial = registry.next(pattern.series(year));
            String number = NumberPattern.number(serial.series(), "JUNIOR", serial.value());
            Printed printed = CertificatePdfTest.printed("张三").numbered(number);
            registry.add(new Certificate(number, caseNumber, "independent-operator", "undated", "JUNIOR", "", printed,
                    UUID.randomUUID(), CertificateStatus.VALID, printed.issuedOn()), serial, NOW);
            return number;
        });
    }

    private interface Act {
        String of(int n);
    }

    private static List<String> atOnce(int times, Act act) throws InterruptedException, ExecutionException {
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> acts = IntStream.range(0, times).mapToObj(n -> (Callable<String>) () -> act.of(n)).toList();
            List<String> done = new java.util.ArrayList<>();
            for (Future<String> act1 : people.invokeAll(acts)) {
                done.add(act1.get());
            }
            return done;
        } finally {
            people.shutdownNow();
        }
    }
}
