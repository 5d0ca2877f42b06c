package org.zhiping.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.ProductTest;
import org.zhiping.document.PageReading;
import org.zhiping.document.TestDocuments;
import org.zhiping.identity.Accounts;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Intake;
import org.zhiping.intake.RoundPlan;
import org.zhiping.intake.Rounds;
import org.zhiping.notice.Inbox;
import org.zhiping.platform.Institution;

/** From an approved case to the paper, the notice and the public's answer, under the sample institution's parameters. */
@ProductTest
class IssuedCertificateTest {

    @Autowired
    private Accounts accounts;
    @Autowired
    private Rounds rounds;
    @Autowired
    private Intake intake;
    @Autowired
    private CertificateSteps steps;
    @Autowired
    private Certificates certificates;
    @Autowired
    private Inbox inbox;
    @Autowired
    private Institution institution;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Clock clock;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "all-media-operator|2023|LEVEL_4|A|THEORY|S0000\\d{10}4\\d{6}|职业技能等级证书|全媒体运营师（创意策划）四级/中级工",
            "independent-operator|undated|JUNIOR||CAPABILITY|DLYY-\\d{4}-JUNIOR-\\d{6}|职业能力等级评价证书|达到初级独立运营师要求"})
    void anApprovedCaseBecomesAPaperThatAnEmployerCanCheck(String standard, String edition, String level, String direction, String part,
                                                           String number, String heading, String attained) throws IOException {
        String applicant = "holder-" + UUID.randomUUID().toString().substring(0, 8);
        String caseNumber = approvedCase(applicant, standard, edition, level, direction == null ? "" : direction, part);

        steps.issue(caseNumber);
        steps.issue(caseNumber);

        Certificate certificate = certificates.ofCase(caseNumber).orElseThrow();
        assertThat(certificate.number()).matches(number);
        PageReading page = new PageReading(certificates.pdf(certificate.number()));
        assertThat(page.images(0)).hasSize(standard.equals("all-media-operator") ? 3 : 2);
        assertThat(page.text()).contains(heading, attained, "王小明", "1101**********", "88.50分",
                certificate.number(), institution.name(), "由本机构自行确定");
        assertThat(certificates.lookup(certificate.number(), "王小明", "192.0.2.1")).get()
                .extracting(CertificateView::status).isEqualTo(CertificateStatus.VALID);
        assertThat(intake.open(applicant, caseNumber).status()).isEqualTo(ApplicationStatus.CERTIFIED);
        assertThat(inbox.of(applicant)).singleElement()
                .satisfies(entry -> assertThat(entry.body()).contains(certificate.number()));
    }

    private String approvedCase(String applicant, String standard, String edition, String level, String direction, String part)
            throws IOException {
        accounts.register(applicant, "王小明", "Long-enough-4-everybody");
        Instant now = clock.instant();
        String round = rounds.plan(new RoundPlan(standard, edition, List.of(level), direction.isEmpty() ? List.of() : List.of(direction),
                now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)), LocalDate.of(2026, 11, 1),
                parameters(standard, level))).number();
        rounds.open(round);
        String caseNumber = intake.start(applicant, round, level, direction).caseNumber();
        intake.save(applicant, caseNumber, new Claims(new Claims.Person("RESIDENT_ID", "110101199003074514", "", "", "", "", ""),
                null, null, null, null, null, null), null);
        if (parameters(standard, level).containsKey("printedPhoto")) {
            TestDocuments.Upload photo = TestDocuments.upload("PHOTO");
            intake.attach(applicant, caseNumber, "PHOTO", photo.name(), photo.stream());
        }
        jdbc.sql("update application set status = 'APPROVED' where case_number = :case").param("case", caseNumber).update();
        jdbc.sql("""
                with held as (
                    insert into panel (case_number, part, state, opened_at, held_at, duration, chair, minutes)
                    values (:case, :part, 'CONCLUDED', now(), now(), 20, 'chair', 'minutes') returning id)
                insert into part_record (case_number, part, attendance, score_sum, scorers, decimals, panel_id, recorded_at)
                select :case, :part, 'PRESENT', 265500000, 3, 2, id, now() from held""")
                .param("case", caseNumber).param("part", part).update();
        return caseNumber;
    }

    private static Map<String, String> parameters(String standard, String level) throws IOException {
        JsonNode sample = new YAMLMapper().readTree(Path.of("src/main/resources/sample/institution.yaml").toFile());
        Map<String, String> parameters = new HashMap<>();
        StreamSupport.stream(sample.get("rounds").spliterator(), false).filter(round -> round.get("standard").asText().equals(standard))
                .forEach(round -> round.get("parameters").properties().stream()
                        .filter(value -> !value.getKey().matches(".*\\.[A-Z0-9_]+") || value.getKey().endsWith("." + level))
                        .forEach(value -> parameters.put(value.getKey(), value.getValue().asText())));
        return parameters;
    }
}
