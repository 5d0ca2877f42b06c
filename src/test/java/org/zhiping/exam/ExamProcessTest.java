package org.zhiping.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.ProductTest;
import org.zhiping.identity.Accounts;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.MilestoneReached;
import org.zhiping.intake.Milestones;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Tasks;

/** The forms of sessions and panels in the engine, through the gate, under the sample institution's rules. */
@ProductTest
@TestPropertySource(properties = "zhiping.sample.enabled=true")
class ExamProcessTest {

    private static int people;

    @Autowired private Accounts accounts;
    @Autowired private Rounds rounds;
    @Autowired private Intake intake;
    @Autowired private Applications applications;
    @Autowired private Milestones milestones;
    @Autowired private Sessions sessions;
    @Autowired private ScoreSheets sheets;
    @Autowired private PartRecords records;
    @Autowired private Tasks tasks;
    @Autowired private RuntimeService runtime;
    @Autowired private ManagementService jobs;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Clock clock;

    private String tomorrow;

    @BeforeEach
    void time() {
        tomorrow = clock.instant().plusSeconds(86400).toString();
    }

    @Test
    void aSkillSessionGoesThroughItsForms() {
        String candidate = accepted("all-media-operator", "LEVEL_4", "A");
        String session = sessions.open(round("all-media-operator"), "LEVEL_4", "A", "SKILL", "exam-officer");
        work();
        Map<String, Object> plan = new HashMap<>(Map.of("startsAt", tomorrow, "minutes", 100, "room", "实训室", "capacity", 30,
                "invigilators", List.of("invigilator-1"), "scorers", List.of("evaluator-1", "evaluator-2"),
                "candidates", List.of(candidate)));
        refused("staffing-too-few-scorers", () -> complete("exam-officer", session, "plan-session", plan));
        plan.put("scorers", List.of("evaluator-1", "evaluator-2", "evaluator-3"));
        complete("exam-officer", session, "plan-session", plan);
        assertThat(milestones.of(candidate)).extracting(MilestoneReached::milestone).contains(Milestone.SEATED);

        Map<String, Object> row = new HashMap<>(shownRows("invigilator-1", session, "record-attendance", "candidates").get(0));
        row.put("attendance", "present");
        complete("invigilator-1", session, "record-attendance", Map.of("candidates", List.of(row)));
        refused("sheet-incomplete", () -> complete("evaluator-1", session, "enter-scores", Map.of("confirmed", true)));
        for (String scorer : List.of("evaluator-1", "evaluator-2", "evaluator-3")) {
            sheets.enter(session, scorer, Map.of(candidate, scorer.endsWith("1") ? "59.99" : "60"));
            complete(scorer, session, "enter-scores", Map.of("confirmed", true));
        }
        assertThat(shownRows("score-verifier", session, "verify-scores", "sheet").get(0)).containsEntry("mean", "59.99");
        complete("score-verifier", session, "verify-scores", Map.of("verificationOutcome", "verified"));
        PartRecord record = records.find(candidate, "SKILL").orElseThrow();
        assertThat(record.scoreSumMillionths()).isEqualTo(179_990_000);
        assertThat(sessions.find(session).state()).isEqualTo(SessionState.CLOSED);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(session).count()).isZero();
    }

    @Test
    void aPanelGoesThroughItsForms() {
        String candidate = accepted("independent-operator", "JUNIOR", "");
        runtime.startProcessInstanceByKey("panel-review", candidate, Map.of("caseNumber", candidate,
                "standard", "independent-operator", "edition", "undated", "level", "JUNIOR", "direction", "", "part", "CAPABILITY"));
        work();
        Map<String, Object> plan = new HashMap<>(Map.of("members", List.of("panel-member-1", "panel-member-2"),
                "chair", "panel-member-1", "heldAt", tomorrow, "minutes", 30, "place", "评审室"));
        refused("staffing-too-few-members", () -> complete("exam-officer", candidate, "appoint-panel", plan));
        plan.put("members", List.of("panel-member-1", "panel-member-2", "panel-member-3"));
        complete("exam-officer", candidate, "appoint-panel", plan);
        for (int n = 1; n <= 3; n++) {
            complete("panel-member-" + n, candidate, "score-candidate", Map.of("score", 60.25, "opinion", "方案可行"));
        }
        assertThat(shownRows("panel-member-1", candidate, "confirm-minutes", "scores")).hasSize(3);
        complete("panel-member-1", candidate, "confirm-minutes", Map.of("minutes", "意见一致", "confirmed", true));
        assertThat(records.find(candidate, "CAPABILITY").orElseThrow().shown()).isEqualTo("60.25");
    }

    private String round(String standard) {
        return rounds.open().stream().filter(round -> round.standard().equals(standard)).findFirst().orElseThrow().number();
    }

    private String accepted(String standard, String level, String direction) {
        String account = "exam.applicant" + people++;
        accounts.register(account, "李明", "Exam-process-2026");
        return transaction.execute(status -> {
            Application application = intake.start(account, round(standard), level, direction);
            application.submit(Instant.now(clock));
            application.accept();
            applications.save(application);
            return application.caseNumber();
        });
    }

    private Tasks.Item task(String person, String businessKey, String key) {
        return Stream.concat(tasks.mine(person).stream(), tasks.claimable(person).stream())
                .filter(task -> task.businessKey().equals(businessKey) && task.key().equals(key)).findFirst().orElseThrow();
    }

    private void complete(String person, String businessKey, String key, Map<String, Object> values) {
        claim(person, task(person, businessKey, key));
        tasks.complete(task(person, businessKey, key).id(), person, values);
        work();
    }

    private void claim(String person, Tasks.Item task) {
        if (task.assignee() == null) {
            tasks.claim(task.id(), person);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> shownRows(String person, String businessKey, String key, String list) {
        claim(person, task(person, businessKey, key));
        return (List<Map<String, Object>>) tasks.form(task(person, businessKey, key).id(), person).shown().get(list);
    }

    private void work() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    private List<Job> due() {
        return jobs.createJobQuery().messages().withRetriesLeft().list();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessage(code);
    }
}
