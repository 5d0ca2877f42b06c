package org.zhiping.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.TestDatabase;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.TestVault;

/** What the public learns from the registry, and how often it may ask. */
class LookupTest {

    private static final String NUMBER = "S123411000001264000017";
    private static final int PER_MINUTE = 10;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Registry registry = new JdbcRegistry(jdbc, TestVault.create());
    private final Certificates certificates =
            new RegisteredCertificates(registry, new LookupLimit(PER_MINUTE), null, CLOCK);

    @BeforeEach
    void issueOne() {
        registry.add(new Certificate(NUMBER, "ZP202600000001", "all-media-operator", "2023", "LEVEL_4", "A",
                CertificatePdfTest.printed("张三"), UUID.randomUUID(), CertificateStatus.VALID, LocalDate.of(2026, 11, 22)),
                registry.next("S123411000001{year}"), CLOCK.instant());
    }

    @ParameterizedTest
    @CsvSource({NUMBER + ",张三", "' s1234 11000001264000017 ',张　三", "Ｓ123411000001264000017,张三"})
    void numberAndNameTogetherFind(String number, String name) {
        assertThat(certificates.lookup(number, name, "10.0.0.1")).get()
                .extracting(CertificateView::number, CertificateView::status, CertificateView::holder, CertificateView::idNumber)
                .containsExactly(NUMBER, CertificateStatus.VALID, "张三", "1101**********002X");
    }

    @ParameterizedTest
    @CsvSource({NUMBER + ",李四", NUMBER + ",''", "S123411000001264000018,张三", "'',张三", "%,%", NUMBER + ",-", "S123411000001264000018,-"})
    void everythingElseIsAnsweredAlike(String number, String name) {
        assertThat(certificates.lookup(number, name, "10.0.0.1")).isEmpty();
    }

    @Test
    void revokedIsAnsweredAsSuch() {
        jdbc.sql("update certificate set status = 'REVOKED', status_on = '2026-12-02'").update();
        assertThat(certificates.lookup(NUMBER, "张三", "10.0.0.1")).get()
                .extracting(CertificateView::status, CertificateView::statusOn)
                .containsExactly(CertificateStatus.REVOKED, LocalDate.of(2026, 12, 2));
    }

    @Test
    void everyQuestionIsRecordedWithoutItsAddressOrGuess() {
        certificates.lookup(NUMBER, "张三", "10.0.0.1");
        certificates.lookup(NUMBER, "李四", "10.0.0.1");
        List<Map<String, Object>> rows = jdbc.sql("select * from certificate_lookup order by id").query().listOfRows();
        assertThat(rows).extracting(row -> row.get("number")).containsExactly(NUMBER, null);
        assertThat(rows.toString()).doesNotContain("10.0.0.1", "李四");
    }

    @Test
    void anAddressThatAsksTooOftenIsRefusedAndOthersAreNot() {
        for (int i = 0; i < PER_MINUTE; i++) {
            certificates.lookup(NUMBER, "名" + i, "10.0.0.1");
        }
        assertThatThrownBy(() -> certificates.lookup(NUMBER, "张三", "10.0.0.1")).isInstanceOf(Refusal.class)
                .extracting(refusal -> ((Refusal) refusal).kind()).isEqualTo(Refusal.Kind.TOO_MANY);
        assertThat(certificates.lookup(NUMBER, "张三", "10.0.0.2")).isPresent();
    }

    @Test
    void oneIpv6SubscriberIsOneAddress() {
        LookupLimit limit = new LookupLimit(1);
        assertThat(limit.allows("2001:db8:0:7:aaaa::1")).isTrue();
        assertThat(limit.allows("2001:DB8:0:07:bbbb:0:0:2")).isFalse();
        assertThat(limit.allows("2001:db8:0:8::1")).isTrue();
        assertThat(limit.allows("::1")).isTrue();
    }
}
