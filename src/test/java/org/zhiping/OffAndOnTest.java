package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.identity.QuickPasswords;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Round;
import org.zhiping.page.PageReader;
import org.zhiping.platform.WorkingDays;

/**
 * The server stops, deadlines pass, the server starts again: whatever fell due is done once. It is the sample institution,
 * whose time is moved while the server is off. The first test prepares the cases, and no job runs on its own in it.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"zhiping.sample.enabled=true",
        "zhiping.sample.password=Try-zhiping-2026", "zhiping.first-administrator=false", "zhiping.draft-scan=* * * * * *"})
@ContextConfiguration(initializers = OffAndOnTest.SameDatabase.class)
@Import({CaseWalk.class, QuickPasswords.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OffAndOnTest {

    private static final int WORKING_DAYS_OFF = 16;
    private static String database;
    private static Duration off;
    private static String returned;
    private static String unclaimed;
    private static String unseated;
    private static String published;
    private static String draft;

    /** The second start finds what the first has left, and the time moved. */
    static class SameDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            new TestDatabase.Initializer().initialize(context);
            boolean again = database != null;
            if (again) {
                JdbcClient.create(new DriverManagerDataSource(database, "postgres", ""))
                        .sql("insert into sample_clock (ahead_seconds) values (:off)").param("off", off.toSeconds()).update();
            } else {
                database = context.getEnvironment().getProperty("spring.datasource.url");
            }
            TestPropertyValues.of("spring.datasource.url=" + database, "camunda.bpm.job-execution.enabled=" + again).applyTo(context);
        }
    }

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private CaseWalk walk;
    @Autowired
    private Intake intake;
    @Autowired
    private Applications applications;
    @Autowired
    private WorkingDays workingDays;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Clock clock;
    @Autowired
    private TestRestTemplate http;
    @Autowired
    private WebApplicationContext product;

    @Test
    @Order(1)
    @DirtiesContext
    void on() {
        walk.hireStaff();
        Round round = walk.openRound("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A"));
        returned = walk.applyAtWork(round, "LEVEL_4", "A");
        walk.review(returned, "returned", "身份证复印件不清晰");
        unclaimed = walk.applyAtWork(round, "LEVEL_4", "A");
        unseated = walk.applyAtWork(round, "LEVEL_4", "A");
        walk.review(unseated, "accepted", null);
        published = walk.applyAtWork(round, "LEVEL_4", "A");
        walk.review(published, "accepted", null);
        sit(round, "THEORY", List.of("evaluator1"));
        sit(round, "SKILL", List.of("evaluator1", "evaluator2", "evaluator3"));
        walk.approve(published, "approved", null);
        draft = intake.start(applications.find(returned).applicant(), walk.openRound("independent-operator", "undated", List.of("JUNIOR"),
                List.of(), Map.of(), Duration.ofDays(10)).number(), "JUNIOR", null).caseNumber();

        LocalDate today = LocalDate.now(clock);
        off = Duration.ofDays(ChronoUnit.DAYS.between(today, workingDays.plus(today, WORKING_DAYS_OFF)));
        assertThat(due()).isZero();
    }

    /** Jobs of cases and sessions; that which clears history away at night is due in its hours, whatever happens here. */
    private long due() {
        return engine.getManagementService().createJobQuery().executable().list().stream().filter(job -> job.getProcessInstanceId() != null).count();
    }

    private void sit(Round round, String part, List<String> scorers) {
        String session = walk.openSession(round, "LEVEL_4", "A", part);
        walk.plan(session, scorers, List.of(published));
        walk.recordAttendance(session, Map.of());
        scorers.forEach(scorer -> walk.enterScores(session, scorer, Map.of(published, 80)));
        walk.verify(session, "verified", null);
    }

    @Test
    @Order(2)
    void onAgain() throws Exception {
        await().atMost(Duration.ofMinutes(2)).until(() -> due() == 0
                && applications.find(draft).status() == ApplicationStatus.LAPSED);
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
        assertThat(told(returned)).containsOnlyOnce("lapsed").doesNotContain("supplement-reminded");
        assertThat(told(unclaimed)).contains("officer staff-overdue", "team-lead staff-escalated-overdue")
                .doesNotContain("officer staff-reminder", "manager1 staff-escalated-overdue").doesNotHaveDuplicates();
        assertThat(told(unseated)).contains("planner staff-reminder").doesNotContain("planner staff-overdue").doesNotHaveDuplicates();
        assertThat(told(published)).containsOnlyOnce("certificate-issued");
        assertThat(applications.find(published).status()).isEqualTo(ApplicationStatus.CERTIFIED);
        assertThat(told(draft)).containsExactly("lapsed");

        managersSeeWhatIsOverdueAndGiveItBack();
        timeGoesForwardForThoseWhoMayMoveIt();
    }

    private void managersSeeWhatIsOverdueAndGiveItBack() throws Exception {
        PageReader reader = new PageReader(product);
        walk.claim("officer", unclaimed, "review-materials");
        String task = walk.task(unclaimed, "review-materials", "officer").getId();
        String release = "/dashboard/tasks/" + task + "/release";
        assertThat(reader.as("supervisor", get("/dashboard")).getContentAsString()).contains(unclaimed).doesNotContain(release);
        assertThat(reader.as("supervisor", post(release).with(csrf())).getStatus()).isEqualTo(403);
        assertThat(reader.as("manager1", get("/dashboard")).getContentAsString()).contains(release).doesNotContain(unseated);
        assertThat(reader.as("manager1", post(release).with(csrf())).getStatus()).isEqualTo(302);
        assertThat(walk.task(unclaimed, "review-materials", "officer").getAssignee()).isNull();
    }

    /** To the applicant by kind alone, to staff with the account. */
    private List<String> told(String caseNumber) {
        return jdbc.sql("select case when kind like 'staff-%' then account || ' ' || kind else kind end from notice where number = :number order by id")
                .param("number", caseNumber).query(String.class).list();
    }

    private void timeGoesForwardForThoseWhoMayMoveIt() throws Exception {
        Instant before = clock.instant();
        assertThat(Duration.between(Instant.now(), before)).isBetween(off.minusMinutes(1), off.plusMinutes(1));
        assertThat(move("officer", "Walk-the-case-1", 1).getStatusCode().value()).isEqualTo(403);
        assertThat(move("administrator", "Try-zhiping-2026", -1).getStatusCode().value()).isEqualTo(400);
        assertThat(move("administrator", "Try-zhiping-2026", 1).getBody()).containsKeys("now", "nextTimer");
        assertThat(clock.instant()).isBetween(before.plus(Duration.ofDays(1)), before.plus(Duration.ofDays(1)).plusSeconds(60));
        assertThat(Duration.between(ClockUtil.now().toInstant(), clock.instant()).abs()).isLessThan(Duration.ofSeconds(5));
        assertThat(jdbc.sql("select ahead_seconds from sample_clock").query(Long.class).single()).isEqualTo(off.plusDays(1).toSeconds());

        PageReader reader = new PageReader(product);
        assertThat(reader.as("process-owner", post("/desk/sample-clock").param("by", "timer")).getStatus()).isEqualTo(403);
        assertThat(reader.as("officer", post("/desk/sample-clock").param("by", "timer").with(csrf())).getStatus()).isEqualTo(403);
        assertThat(reader.as("process-owner", post("/desk/sample-clock").param("by", "working-days").param("days", "x").with(csrf()))
                .getContentAsString()).contains("请填写 1 至 3,660 的整数");
        assertThat(reader.as("process-owner", post("/desk/sample-clock").param("by", "timer").with(csrf())).getStatus()).isEqualTo(302);
        assertThat(reader.as("administrator", get("/desk/sample-clock")).getContentAsString()).contains("样例时钟");

        assertThat(move("process-owner", "Try-zhiping-2026", 14).getStatusCode().value()).isEqualTo(200);
        await().atMost(Duration.ofMinutes(1)).until(() -> told(unseated).contains("exam-lead staff-escalated-overdue"));
        assertThat(told(unseated)).contains("planner staff-reminder", "planner staff-overdue").doesNotHaveDuplicates();
        await().atMost(Duration.ofMinutes(1)).until(() -> engine.getManagementService().createJobQuery().activityId("seat-wait-long").count() == 0);
    }

    @SuppressWarnings("unchecked")
    private ResponseEntity<Map<String, Object>> move(String account, String password, int days) {
        return (ResponseEntity<Map<String, Object>>) (ResponseEntity<?>) http.withBasicAuth(account, password)
                .postForEntity("/api/desk/sample-clock", Map.of("days", days), Map.class);
    }
}
