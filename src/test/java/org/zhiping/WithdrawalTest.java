package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.exam.SessionState;
import org.zhiping.exam.Sessions;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.MilestoneReached;
import org.zhiping.intake.Milestones;
import org.zhiping.intake.Round;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Refusal;
import org.zhiping.result.ResultState;
import org.zhiping.result.Results;

/** An applicant may withdraw wherever the case waits: nothing of it stays open, and whoever worked on it hears it. */
@ProductTest
class WithdrawalTest {

    /** Every place where a case waits, in the order in which it comes there; who has work with it then. */
    enum Wait {
        REVIEW("officer"), OPINION("evaluator1"), SUPPLEMENT, SEAT, PLANNED("planner", "evaluator1", "invigilator1", "invigilator2"),
        ATTENDANCE("planner", "evaluator1", "invigilator1", "invigilator2"), SCORES("planner", "evaluator1", "invigilator1", "invigilator2"),
        VERIFICATION("planner", "evaluator1", "invigilator1", "invigilator2"), SECOND_PART, APPROVAL("approver"), ANSWER("verifier"),
        PUBLICITY, PANEL_APPOINTMENT("planner"), PANEL_SCORES("member1", "member2", "member3"),
        PANEL_HALF_SCORED("member1", "member2", "member3"), MINUTES("member1", "member2", "member3");

        final Set<String> told;

        Wait(String... told) {
            this.told = Set.of(told);
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
    private Milestones milestones;
    @Autowired
    private Sessions sessions;
    @Autowired
    private Results results;
    @Autowired
    private Rounds rounds;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PlatformTransactionManager transactions;
    private String session;

    @BeforeEach
    void hire() {
        walk.hireStaff();
    }

    @ParameterizedTest
    @EnumSource
    void nothingStaysOpen(Wait wait) {
        String caseNumber = drive(wait);
        Set<String> instances = instances(caseNumber);
        walk.withdraw(caseNumber);
        assertEnded(caseNumber, instances);
        assertThat(applications.find(caseNumber).status()).isEqualTo(ApplicationStatus.WITHDRAWN);
        assertThat(milestones.of(caseNumber)).extracting(MilestoneReached::milestone).containsOnlyOnce(Milestone.WITHDRAWN);
        assertThat(told(caseNumber, "withdrawn")).hasSize(1);
        assertThat(told(caseNumber, "staff-case-withdrawn")).filteredOn(CaseWalk::hired).containsExactlyInAnyOrderElementsOf(wait.told);
        results.of(caseNumber).ifPresent(result -> {
            assertThat(result.state()).isEqualTo(ResultState.WITHDRAWN);
            assertThat(result.publicUntil() == null || !result.publicUntil().isAfter(java.time.Instant.now())).isTrue();
        });
        if (session != null && wait.ordinal() < Wait.SECOND_PART.ordinal()) {
            assertThat(sessions.find(session).state()).isEqualTo(SessionState.ABANDONED);
            assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(session).count()).isZero();
            assertThat(told(session, "staff-session-abandoned")).contains("planner", "invigilator1", "evaluator1");
        }
    }

    /** Where a case has work for nobody, for a session, for an approver's past and for a panel. */
    @ParameterizedTest
    @EnumSource(names = {"SUPPLEMENT", "SCORES", "PUBLICITY", "PANEL_SCORES"})
    void aCancelledRoundLeavesNothingOpen(Wait wait) {
        String caseNumber = drive(wait);
        Set<String> instances = instances(caseNumber);
        walk.cancel(rounds.find(applications.find(caseNumber).roundNumber()), "考场停电");
        assertEnded(caseNumber, instances);
        assertThat(applications.find(caseNumber).status()).isEqualTo(ApplicationStatus.CANCELLED);
        assertThat(told(caseNumber, "round-cancelled")).hasSize(1);
        assertThat(told(caseNumber, "withdrawn")).isEmpty();
        assertThat(told(caseNumber, "staff-case-withdrawn")).isEmpty();
        assertThat(told(caseNumber, "staff-round-cancelled")).filteredOn(CaseWalk::hired).containsExactlyInAnyOrderElementsOf(wait.told);
        results.of(caseNumber).ifPresent(result -> assertThat(result.state()).isEqualTo(ResultState.WITHDRAWN));
        assertThat(catchThrowableOfType(Refusal.class, () -> walk.withdraw(caseNumber)).kind()).isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    void aSupplementThatDoesNotComeLapsesAndNothingStaysOpen() {
        String caseNumber = drive(Wait.SUPPLEMENT);
        Set<String> instances = instances(caseNumber);
        walk.fireTimer(caseNumber, "supplement-deadline");
        assertEnded(caseNumber, instances);
        assertThat(applications.find(caseNumber).status()).isEqualTo(ApplicationStatus.LAPSED);
        assertThat(told(caseNumber, "lapsed")).hasSize(1);
    }

    @Test
    void whoeverCompletesATaskOfACaseThatIsJustWithdrawnIsToldSo() throws Exception {
        String review = drive(Wait.REVIEW);
        assertConflict(review, () -> walk.review(review, "accepted", null));
        String panel = drive(Wait.PANEL_SCORES);
        assertConflict(panel, () -> score("member2", panel));
        String exam = drive(Wait.ATTENDANCE);
        assertConflict(exam, () -> walk.recordAttendance(session, Map.of()));
    }

    /** The withdrawal has happened but is not yet committed when somebody completes the task. */
    private void assertConflict(String caseNumber, Runnable completion) throws Exception {
        Set<String> instances = instances(caseNumber);
        CompletableFuture<Refusal> late = new TransactionTemplate(transactions).execute(status -> {
            intake.withdraw(applications.find(caseNumber).applicant(), caseNumber, null);
            CompletableFuture<Refusal> completing = CompletableFuture.supplyAsync(() -> catchThrowableOfType(Refusal.class, completion::run));
            awaitSomebodyWaiting(completing);
            return completing;
        });
        assertThat(late.get()).isNotNull().extracting(Refusal::kind).isEqualTo(Refusal.Kind.CONFLICT);
        walk.runJobs();
        assertEnded(caseNumber, instances);
    }

    @Test
    void aWithdrawalThatComesWhileATaskIsCompletedTakesPlaceAfterItOrIsToldSo() throws Exception {
        String review = drive(Wait.REVIEW);
        withdrawWhile(review, () -> walk.review(review, "accepted", null));
        String panel = drive(Wait.PANEL_SCORES);
        withdrawWhile(panel, () -> score("member2", panel));
    }

    private void withdrawWhile(String caseNumber, Runnable completion) throws Exception {
        Set<String> instances = instances(caseNumber);
        String applicant = applications.find(caseNumber).applicant();
        CompletableFuture<Refusal> late = new TransactionTemplate(transactions).execute(status -> {
            completion.run();
            CompletableFuture<Refusal> withdrawing = CompletableFuture.supplyAsync(
                    () -> catchThrowableOfType(Refusal.class, () -> intake.withdraw(applicant, caseNumber, null)));
            awaitSomebodyWaiting(withdrawing);
            return withdrawing;
        });
        if (late.get() != null) {
            assertThat(late.get().kind()).isEqualTo(Refusal.Kind.CONFLICT);
            assertThat(applications.find(caseNumber).status()).isNotEqualTo(ApplicationStatus.WITHDRAWN);
            assertThat(told(caseNumber, "withdrawn")).isEmpty();
            walk.runJobs();
            walk.withdraw(caseNumber);
        }
        walk.runJobs();
        assertEnded(caseNumber, instances);
        assertThat(told(caseNumber, "withdrawn")).hasSize(1);
    }

    private void awaitSomebodyWaiting(CompletableFuture<?> other) {
        while (!other.isDone() && jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                .query(Integer.class).single() == 0) {
            Thread.onSpinWait();
        }
    }

    private String drive(Wait wait) {
        session = null;
        return wait.ordinal() >= Wait.PANEL_APPOINTMENT.ordinal() ? driveToPanel(wait) : driveToExam(wait);
    }

    private String driveToExam(Wait wait) {
        Round round = walk.openRound("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A"));
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        switch (wait) {
            case REVIEW -> walk.claim("officer", caseNumber, "review-materials");
            case OPINION -> {
                walk.review(caseNumber, "escalated", "工作年限证明需进一步判断");
                walk.claim("evaluator1", caseNumber, "give-evaluator-opinion");
            }
            case SUPPLEMENT -> walk.review(caseNumber, "returned", "身份证复印件不清晰");
            case SEAT -> walk.review(caseNumber, "accepted", null);
            case PLANNED, ATTENDANCE, SCORES, VERIFICATION -> {
                walk.review(caseNumber, "accepted", null);
                sit(round, caseNumber, "THEORY", List.of("evaluator1"), wait);
            }
            default -> {
                walk.review(caseNumber, "accepted", null);
                sit(round, caseNumber, "THEORY", List.of("evaluator1"), wait);
                if (wait != Wait.SECOND_PART) {
                    sit(round, caseNumber, "SKILL", List.of("evaluator1", "evaluator2", "evaluator3"), wait);
                    driveToResult(wait, caseNumber);
                }
            }
        }
        return caseNumber;
    }

    /** As far as this wait. */
    private void sit(Round round, String caseNumber, String part, List<String> scorers, Wait wait) {
        session = walk.openSession(round, "LEVEL_4", "A", part);
        walk.plan(session, scorers, List.of(caseNumber));
        if (wait.ordinal() > Wait.ATTENDANCE.ordinal()) {
            walk.recordAttendance(session, Map.of());
        }
        if (wait.ordinal() > Wait.SCORES.ordinal()) {
            scorers.forEach(scorer -> walk.enterScores(session, scorer, Map.of(caseNumber, 80)));
        }
        if (wait.ordinal() > Wait.VERIFICATION.ordinal()) {
            walk.verify(session, "verified", null);
        }
    }

    private void driveToResult(Wait wait, String caseNumber) {
        switch (wait) {
            case ANSWER -> {
                walk.approve(caseNumber, "sent-back", "请说明评分依据");
                walk.claim("verifier", caseNumber, "answer-approver");
            }
            case PUBLICITY -> walk.approve(caseNumber, "approved", null);
            default -> walk.claim("approver", caseNumber, "approve-result");
        }
    }

    private String driveToPanel(Wait wait) {
        Round round = walk.openRound("independent-operator", "undated", List.of("JUNIOR"), List.of());
        String caseNumber = walk.applyAsStudent(round);
        walk.review(caseNumber, "accepted", null);
        String theory = walk.openSession(round, "JUNIOR", null, "THEORY");
        walk.plan(theory, List.of("evaluator1"), List.of(caseNumber));
        walk.recordAttendance(theory, Map.of());
        walk.enterScores(theory, "evaluator1", Map.of(caseNumber, 66));
        walk.verify(theory, "verified", null);
        if (wait == Wait.PANEL_APPOINTMENT) {
            walk.claim("planner", caseNumber, "appoint-panel");
            return caseNumber;
        }
        walk.finish("planner", caseNumber, "appoint-panel", shown -> Map.of("members", List.of("member1", "member2", "member3"),
                "chair", "member1", "heldAt", "2099-01-01T09:00:00Z", "minutes", 30, "place", "评审室"));
        if (wait != Wait.PANEL_SCORES) {
            score("member1", caseNumber);
        }
        if (wait == Wait.MINUTES) {
            score("member2", caseNumber);
            score("member3", caseNumber);
        }
        return caseNumber;
    }

    private void score(String member, String caseNumber) {
        walk.finish(member, caseNumber, "score-candidate", shown -> Map.of("score", 71.25, "opinion", "方案可行"));
    }

    private Set<String> instances(String caseNumber) {
        Set<String> instances = new HashSet<>();
        engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list()
                .forEach(instance -> instances.add(instance.getId()));
        assertThat(instances).isNotEmpty();
        return instances;
    }

    private void assertEnded(String caseNumber, Set<String> instances) {
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).count()).isZero();
        assertThat(engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber).count()).isZero();
        assertThat(engine.getManagementService().createJobQuery().list()).extracting(Job::getProcessInstanceId).doesNotContainAnyElementsOf(instances);
        assertThat(engine.getRuntimeService().createEventSubscriptionQuery().list())
                .noneMatch(waiting -> instances.contains(waiting.getProcessInstanceId()));
        assertThat(jdbc.sql("select count(*) from exam_seat where case_number = :case and state in ('CHOSEN', 'SEATED')")
                .param("case", caseNumber).query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from panel where case_number = :case and state not in ('CONCLUDED', 'DISSOLVED')")
                .param("case", caseNumber).query(Integer.class).single()).isZero();
    }

    private List<String> told(String number, String kind) {
        return jdbc.sql("select account from notice where number = :number and kind = :kind order by account")
                .param("number", number).param("kind", kind).query(String.class).list();
    }
}
