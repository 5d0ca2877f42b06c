package org.zhiping.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.net.URI;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.TestDatabase;
import org.zhiping.document.Documents;
import org.zhiping.document.Papers;
import org.zhiping.document.TestPapers;
import org.zhiping.document.Unprintable;
import org.zhiping.exam.Attendance;
import org.zhiping.exam.PartRecord;
import org.zhiping.exam.PartRecords;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.Milestones;
import org.zhiping.intake.Portraits;
import org.zhiping.intake.Round;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.PublicAddress;
import org.zhiping.platform.TestVault;
import org.zhiping.standard.Level;
import org.zhiping.standard.Packs;
import org.zhiping.standard.ParameterSpec;
import org.zhiping.standard.Part;
import org.zhiping.standard.Rulebook;
import org.zhiping.standard.StandardPack;

/** Issuing: once for a case, in the year of Shanghai, and not at all when something is wrong. */
class CertificateStepsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Papers PAPERS = new Papers();
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private final DataSource database = TestDatabase.fresh();
    private final Registry registry = new JdbcRegistry(JdbcClient.create(database), TestVault.create());
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final Applications applications = mock(Applications.class);
    private final Documents documents = mock(Documents.class);
    private final Milestones milestones = mock(Milestones.class);
    private final Packs packs = mock(Packs.class);
    private final Rounds rounds = mock(Rounds.class);
    private final Rulebook rulebook = mock(Rulebook.class);
    private final PartRecords records = mock(PartRecords.class);
    private final Portraits portraits = mock(Portraits.class);

    @BeforeEach
    void aStandardWithItsRound() {
        when(packs.find("independent-operator", "undated")).thenReturn(pack());
        when(rounds.find("R20260001")).thenReturn(mock(Round.class));
        when(rulebook.parameterFacts(anyString(), anyString(), any())).thenReturn(Map.of("certificate.heading", "职业能力等级评价证书",
                "certificate.headingEn", "Certificate of Competence",
                "certificate.scores", "yes", "certificate.pattern", "IO-{year}-{level}-{serial:6}", "passMark", new BigDecimal("60.0")));
        when(records.of(anyString())).thenReturn(List.of(new PartRecord("C1", "THEORY", Attendance.PRESENT, 173_330_000, 2, 2, NOON)));
        when(documents.keep(anyString(), eq("application/pdf"), any())).thenAnswer(call -> UUID.randomUUID());
    }

    @Test
    void aCaseIsIssuedOneCertificateHoweverOftenTheStepRuns() {
        Application application = application("C1", "张三");
        issue("C1", NOON);
        issue("C1", NOON);
        Certificate certificate = registry.ofCase("C1").orElseThrow();
        assertThat(certificate.number()).isEqualTo("IO-2026-JUNIOR-000001");
        assertThat(certificate.printed()).isEqualTo(new Printed("IO-2026-JUNIOR-000001", "职业能力等级评价证书", "示范中心", "张三",
                "1101**********002X", "独立运营师", "独立运营师等级评价规范", "初级", "", List.of(new Printed.Mark("考试", "考试", "86.66")),
                List.of("证书编号规则", "合格线 60"), LocalDate.of(2026, 11, 22),
                new Printed.English("Certificate of Competence", "Sample centre", "独立运营师", "独立运营师等级评价规范", "Junior", "")));
        verify(application).certify();
        verify(milestones).reach("C1", Milestone.CERTIFICATE_ISSUED, Map.of("number", "IO-2026-JUNIOR-000001"));
    }

    @Test
    void theYearIsThatOfShanghai() {
        application("C1", "张三");
        application("C2", "李四");
        issue("C1", Instant.parse("2026-12-31T15:59:59.999Z"));
        issue("C2", Instant.parse("2026-12-31T16:00:00Z"));
        assertThat(registry.ofCase("C1")).get().extracting(Certificate::number).isEqualTo("IO-2026-JUNIOR-000001");
        assertThat(registry.ofCase("C2")).get().extracting(Certificate::number).isEqualTo("IO-2027-JUNIOR-000001");
    }

    @Test
    void anUnprintableNameTakesNoNumber() {
        application("C1", "张𠀀");
        application("C2", "李四");
        assertThatThrownBy(() -> issue("C1", NOON)).isInstanceOf(Unprintable.class).hasMessageContaining("U+20000");
        issue("C2", NOON);
        assertThat(registry.ofCase("C1")).isEmpty();
        assertThat(registry.ofCase("C2")).get().extracting(Certificate::number).isEqualTo("IO-2026-JUNIOR-000001");
    }

    @Test
    void aFailureLeavesNothingBehind() {
        Application application = application("C1", "张三");
        when(documents.keep(anyString(), anyString(), any())).thenThrow(new IllegalStateException("disk full"))
                .thenAnswer(call -> UUID.randomUUID());
        assertThatThrownBy(() -> issue("C1", NOON)).hasMessage("disk full");
        verify(application, never()).certify();
        issue("C1", NOON);
        assertThat(registry.ofCase("C1")).get().extracting(Certificate::number).isEqualTo("IO-2026-JUNIOR-000001");
    }

    private void issue(String caseNumber, Instant at) {
        CertificateSteps steps = new CertificateSteps(applications, new Drafts(rounds, packs, rulebook, records, TestPapers.OWN), registry, portraits,
                new CertificatePdf(PAPERS, TestPapers.seal(TestPapers.OWN), new PublicAddress(URI.create("https://zhiping.example.org"))),
                documents, milestones, Clock.fixed(at, SHANGHAI));
        transaction.executeWithoutResult(status -> steps.issue(caseNumber));
    }

    private Application application(String caseNumber, String name) {
        Application application = mock(Application.class);
        when(application.caseNumber()).thenReturn(caseNumber);
        when(application.roundNumber()).thenReturn("R20260001");
        when(application.standard()).thenReturn("independent-operator");
        when(application.edition()).thenReturn("undated");
        when(application.level()).thenReturn("JUNIOR");
        when(application.direction()).thenReturn("");
        when(application.applicantName()).thenReturn(name);
        when(application.claims()).thenReturn(new Claims(
                new Claims.Person("RESIDENT_ID", "11010119900101002x", null, null, null, null, null), null, null, null, null, null, null));
        when(applications.lock(caseNumber)).thenReturn(application);
        return application;
    }

    private static StandardPack pack() {
        return new StandardPack("independent-operator", "undated", "独立运营师", null, "独立运营师等级评价规范", null, null, null,
                List.of(new Level("JUNIOR", "初级", "Junior", null)), null, null,
                List.of(new Part("THEORY", "考试", null, Part.SESSION, null, null, null, null)), null, null, null, null, null, null, null, null,
                List.of(parameter("certificate.pattern", "证书编号规则"), parameter("passMark", "合格线"), parameter("returnLimit", "退回次数")),
                null, null, null, null, null);
    }

    private static ParameterSpec parameter(String id, String name) {
        return new ParameterSpec(id, name, null, ParameterSpec.Type.TEXT, null, null, null, null, null, null, null, null, false, false, null);
    }
}
