package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Round;
import org.zhiping.intake.RoundPlan;
import org.zhiping.intake.Rounds;
import org.zhiping.page.PageReader;
import org.zhiping.platform.Refusal;
import org.zhiping.standard.Editions;
import org.zhiping.standard.PackReport;
import org.zhiping.standard.PackZips;
import org.zhiping.standard.Packs;

/** A standard that the product has never seen comes in as a zip, and a case goes through by it. */
@ProductTest
class StandardFromZipTest {

    private static final Path EXAMPLE = Path.of("docs/standards/tea-room-guide/2026");
    private static final String STANDARD = "tea-room-guide";
    private static final Map<String, String> PARAMETERS = Map.of("trainingHoursRequired.JUNIOR", "40", "trainingHoursRequired.SENIOR", "60",
            "referenceDateRule", "fixed", "publicityWorkingDays", "0", "returnLimit", "2", "certificate.pattern", "TRG-{year}-{level}-{serial:6}");

    @Autowired CaseWalk walk;
    @Autowired Editions editions;
    @Autowired Packs packs;
    @Autowired Rounds rounds;
    @Autowired Intake intake;
    @Autowired Applications applications;
    @Autowired Accounts accounts;
    @Autowired Clock clock;
    @Autowired WebApplicationContext product;

    @BeforeEach
    void bringIn() throws IOException {
        walk.hireStaff();
        if (packs.all().stream().noneMatch(pack -> pack.standard().equals(STANDARD))) {
            PackReport report = editions.store(new ByteArrayInputStream(PackZips.of(EXAMPLE)), false, "officer");
            assertThat(report.problems()).isEmpty();
            assertThat(report.stored()).isTrue();
        }
    }

    private Round round() {
        Round round = rounds.plan(new RoundPlan(STANDARD, "2026", List.of("JUNIOR", "SENIOR"), List.of(), clock.instant().minusSeconds(60),
                clock.instant().plus(Duration.ofDays(30)), LocalDate.now(clock), PARAMETERS));
        rounds.open(round.number());
        return round;
    }

    private Claims claims(int person, List<Claims.Job> jobs, List<Claims.Education> educations, List<Claims.Course> courses) {
        return new Claims(new Claims.Person("RESIDENT_ID", ResidentIds.of(person), null, null, "13800000000", jobs.isEmpty() ? "STUDENT" : "WORKER",
                jobs.isEmpty() ? null : "茶馆"), jobs, List.of(), List.of(), educations, courses, null);
    }

    /** 专科及以上学历（含在读学生，不限年级）: a first-year student gets the certificate. */
    @Test
    void aStudentOfAnyYearGetsTheCertificate() {
        Round round = round();
        String caseNumber = walk.apply(round, "JUNIOR", null, claims(700, List.of(), List.of(new Claims.Education("某某学院", "COLLEGE_OR_UNIVERSITY",
                "JUNIOR_COLLEGE", "茶艺", "enrolled", null, null, null)), List.of()));
        assertThat(applications.find(caseNumber).status()).isEqualTo(ApplicationStatus.SUBMITTED);

        walk.review(caseNumber, "accepted", null);
        assertThat(applications.find(caseNumber).status()).isEqualTo(ApplicationStatus.ACCEPTED);

        String session = walk.openSession(round, "JUNIOR", null, "WRITTEN");
        walk.plan(session, List.of("evaluator1"), List.of(caseNumber));
        walk.recordAttendance(session, Map.of());
        walk.enterScores(session, "evaluator1", Map.of(caseNumber, 70));
        walk.verify(session, "verified", null);
        walk.approve(caseNumber, "approved", null);
        walk.fireTimer(caseNumber, "publicity-ends");
        assertThat(applications.find(caseNumber).status()).isEqualTo(ApplicationStatus.CERTIFIED);
    }

    /** 连续…满3年, with a related occupation that the list, which ends in 等, does not name: the reviewer decides. */
    @Test
    void whatTheListDoesNotNameIsTheReviewersQuestion() {
        Round round = round();
        String caseNumber = walk.apply(round, "SENIOR", null, claims(701,
                List.of(new Claims.Job("茶馆", "茶叶鉴定员", LocalDate.now(clock).minusYears(4).toString(), null)), List.of(), List.of()));
        walk.review(caseNumber, "accepted", null);
        assertThat(applications.find(caseNumber).status()).isEqualTo(ApplicationStatus.ACCEPTED);
    }

    /** Training is one way of the condition's "or", and an hour is missing. */
    @Test
    void whoFallsShortIsToldOfWhat() {
        Round round = round();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> walk.apply(round, "JUNIOR", null, claims(702,
                List.of(new Claims.Job("茶馆", "茶艺师", LocalDate.now(clock).minusYears(2).toString(), null)), List.of(),
                List.of(new Claims.Course("茶艺培训", "某培训学校", "yes", "39", LocalDate.now(clock).minusMonths(1).toString())))))
                .withMessage("not-eligible");
    }

    @Test
    void itStaysAsItIsOnceARoundUsesIt() {
        round();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> editions.remove(STANDARD, "2026", "test")).withMessage("pack-edition-used");
    }

    /** The page in both languages: a broken zip with file and line, and who may not. */
    @Test
    void theDeskShowsWhatIsWrong() throws Exception {
        accounts.create("owner-of-packs", "于流程", "", Set.of(Role.PROCESS_OWNER), "Walk-the-case-1", "test");
        PageReader pages = new PageReader(product);
        assertThat(pages.as("owner-of-packs", get("/desk/standards")).getContentAsString()).contains("全媒体运营师", "茶空间讲解员", "上传标准包");
        assertThat(pages.as("owner-of-packs", get("/desk/standards/tea-room-guide/2026")).getContentAsString()).contains("在用");
        assertThat(pages.as("planner", get("/desk/standards")).getContentAsString()).doesNotContain("上传标准包");
        assertThat(pages.as("officer", get("/desk/standards")).getStatus()).isEqualTo(403);

        MockMultipartFile broken = new MockMultipartFile("file", "pack.zip", "application/zip", PackZips.broken(EXAMPLE));
        var refused = pages.as("owner-of-packs", (MockHttpServletRequestBuilder) multipart("/desk/standards").file(broken).param("act", "store").with(csrf()));
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString()).contains("materials.dmn", "ID_KOPY", "什么也没有保存", "&lt;script&gt;").doesNotContain("<script>alert");
        assertThat(pages.as("planner", (MockHttpServletRequestBuilder) multipart("/desk/standards").file(broken).param("act", "check").with(csrf())).getStatus())
                .isEqualTo(403);
    }
}
