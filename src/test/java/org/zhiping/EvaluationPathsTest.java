package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.exam.Panels;
import org.zhiping.exam.ScorerChange;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.MilestoneReached;
import org.zhiping.intake.Milestones;
import org.zhiping.intake.Round;
import org.zhiping.page.PageReader;
import org.zhiping.platform.TimeOffset;

/** Walks the named paths of every process. The last test fails on a flow node that no path visited. */
@ProductTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EvaluationPathsTest {

    private static final List<String> PROCESSES = List.of("evaluation", "assessment", "exam-session", "panel-review");
    private static final List<String> ASSESSORS = List.of("evaluator1", "evaluator2", "evaluator3");

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private CaseWalk walk;
    @Autowired
    private Applications applications;
    @Autowired
    private Panels panels;
    @Autowired
    private ScorerChange scorers;
    @Autowired
    private Milestones milestones;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Accounts accounts;
    @Autowired
    private TestRestTemplate http;
    @Autowired
    private WebApplicationContext product;

    @BeforeEach
    void hire() {
        init(engine);
        walk.hireStaff();
    }

    @Test
    @Order(1)
    void anAcceptedCandidateWhoPassesBothPartsGetsACertificateAfterPublicity() {
        Round round = operators();
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        waits(caseNumber, "review-materials");
        assertThat(walk.task(caseNumber, "review-materials", "officer").getDueDate()).isInTheFuture();
        walk.review(caseNumber, "accepted", null);
        waits(caseNumber, "assess-part");

        theory(round, caseNumber, 60);
        skill(round, caseNumber, Map.of("evaluator1", 60, "evaluator2", 59.5, "evaluator3", 60.5));
        waits(caseNumber, "approve-result");

        walk.approve(caseNumber, "sent-back", "请说明操作技能评分依据");
        waits(caseNumber, "answer-approver");
        walk.finish("verifier", caseNumber, "answer-approver", shown -> Map.of("answer", "评分表与现场记录一致"));
        walk.approve(caseNumber, "approved", null);
        waits(caseNumber, "publicity-ends");

        walk.fireTimer(caseNumber, "publicity-ends");
        assertThat(ended(caseNumber)).isEqualTo("certificate-issued");
        assertThat(status(caseNumber)).isEqualTo(ApplicationStatus.CERTIFIED);
    }

    @Test
    @Order(2)
    void aReturnedApplicationIsSupplementedEscalatedAndThenAcceptedAndFails() {
        Round round = operators();
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "B");
        walk.review(caseNumber, "returned", "身份证复印件不清晰");
        waits(caseNumber, "supplement-materials");
        walk.supplement(caseNumber);
        walk.review(caseNumber, "escalated", "工作年限证明需进一步判断");
        waits(caseNumber, "give-evaluator-opinion");
        walk.giveOpinion(caseNumber);
        walk.review(caseNumber, "accepted", null);

        theory(round, caseNumber, 59.99);
        skill(round, caseNumber, Map.of("evaluator1", 100, "evaluator2", 100, "evaluator3", 100));
        walk.approve(caseNumber, "approved", null);
        assertThat(ended(caseNumber)).isEqualTo("result-failed");
        assertThat(status(caseNumber)).isEqualTo(ApplicationStatus.FAILED);
    }

    @Test
    @Order(3)
    void anApplicationThatIsNotSupplementedInTimeLapses() {
        String caseNumber = walk.applyAtWork(operators(), "LEVEL_4", "C");
        walk.review(caseNumber, "returned", "缺少年限证明的公章");
        walk.fireTimer(caseNumber, "supplement-deadline");
        assertThat(ended(caseNumber)).isEqualTo("application-lapsed");
        assertThat(status(caseNumber)).isEqualTo(ApplicationStatus.LAPSED);
    }

    @Test
    @Order(4)
    void aCancelledRoundEndsACaseInReviewAndASeatedOne() {
        Round round = operators();
        String inReview = walk.applyAtWork(round, "LEVEL_4", "D");
        String seated = walk.applyAtWork(round, "LEVEL_4", "D");
        walk.review(seated, "accepted", null);
        String session = walk.openSession(round, "LEVEL_4", "D", "THEORY");
        walk.plan(session, List.of("evaluator1"), List.of(seated));
        walk.cancel(round, "考场停电");
        for (String caseNumber : List.of(inReview, seated)) {
            HistoricProcessInstance instance = engine.getHistoryService().createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(caseNumber).processDefinitionKey("evaluation").singleResult();
            BpmnAwareTests.assertThat(BpmnAwareTests.processInstanceQuery().processInstanceId(instance.getId()).singleResult()).isNull();
            assertThat(ended(caseNumber)).isEqualTo("round-cancellation");
            assertThat(status(caseNumber)).isEqualTo(ApplicationStatus.CANCELLED);
        }
    }

    @Test
    @Order(4)
    void anApplicantWithdrawsInReviewAndAnotherWhileSeated() {
        Round round = operators();
        String inReview = walk.applyAtWork(round, "LEVEL_4", "D");
        walk.withdraw(inReview);
        assertThat(ended(inReview)).isEqualTo("withdrawal");

        String seated = walk.applyAtWork(round, "LEVEL_4", "D");
        String stays = walk.applyAtWork(round, "LEVEL_4", "D");
        walk.review(seated, "accepted", null);
        walk.review(stays, "accepted", null);
        String session = walk.openSession(round, "LEVEL_4", "D", "THEORY");
        walk.plan(session, List.of("evaluator1"), List.of(seated, stays));
        walk.withdraw(seated);
        assertThat(ended(seated)).isEqualTo("withdrawal");
        walk.recordAttendance(session, Map.of());
        walk.enterScores(session, "evaluator1", Map.of(stays, 80));
        walk.verify(session, "verified", null);
        assertThat(status(seated)).isEqualTo(ApplicationStatus.WITHDRAWN);
        waits(stays, "assess-part");

        String alone = walk.applyAtWork(round, "LEVEL_4", "D");
        walk.review(alone, "accepted", null);
        String emptied = walk.openSession(round, "LEVEL_4", "D", "THEORY");
        walk.plan(emptied, List.of("evaluator1"), List.of(alone));
        walk.withdraw(alone);
        assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(emptied).singleResult()
                .getEndActivityId()).isEqualTo("abandonment");
    }

    @Test
    @Order(5)
    void aStudentPassesTheExaminationAndThePanel() {
        Round round = walk.openRound("independent-operator", "undated", List.of("JUNIOR"), List.of());
        String caseNumber = walk.applyAsStudent(round);
        walk.review(caseNumber, "accepted", null);
        theory(round, "JUNIOR", null, caseNumber, Map.of("evaluator1", 66));
        walk.fireTimer(caseNumber, "appoint-panel");
        appoint(caseNumber, "member1", "member4", "member2");
        walk.fireTimer(caseNumber, "score-candidate");
        scoreInPanel(caseNumber, "member1", "member4");
        recall(caseNumber, "委员四系申请人导师");
        appoint(caseNumber, "member1", "member2", "member3");
        scoreInPanel(caseNumber, "member2", "member3");
        walk.task(caseNumber, "confirm-minutes", "member1");
        recall(caseNumber, "纪要前再核对委员名单");
        appoint(caseNumber, "member1", "member2", "member3");
        assertThat(panels.find(caseNumber, "CAPABILITY").orElseThrow().voidedSeenBy("member1")).hasSize(1);
        walk.fireTimer(caseNumber, "confirm-minutes");
        walk.finish("member1", caseNumber, "confirm-minutes", shown -> Map.of("minutes", "意见一致", "confirmed", true));
        walk.approve(caseNumber, "approved", null);
        walk.fireTimer(caseNumber, "publicity-ends");
        assertThat(ended(caseNumber)).isEqualTo("certificate-issued");
    }

    @Test
    @Order(6)
    void scoresThatTheVerifierSendsBackAreEnteredAgain() {
        Round round = operators();
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        walk.review(caseNumber, "accepted", null);
        String session = walk.openSession(round, "LEVEL_4", "A", "THEORY");
        walk.plan(session, List.of("evaluator2"), List.of(caseNumber));
        walk.recordAttendance(session, Map.of());
        scorers.replace(session, "evaluator2", "evaluator1", "曾为申请人授课", "planner");
        walk.enterScores(session, "evaluator1", Map.of(caseNumber, 61));
        scorers.replace(session, "evaluator1", "evaluator3", "与申请人同一单位", "planner");
        walk.enterScores(session, "evaluator3", Map.of(caseNumber, 61));
        walk.verify(session, "sent-back", "总分与卷面不符");
        walk.enterScores(session, "evaluator3", Map.of(caseNumber, 16));
        walk.verify(session, "verified", null);
        assertThat(engine.getHistoryService().createHistoricActivityInstanceQuery().activityId("reopen-scores").count()).isPositive();
    }

    @Test
    @Order(7)
    void aCandidateSeatedForTheSecondPartBeforeTheFirstIsScoredDoesNotWait() {
        Round round = operators();
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        walk.review(caseNumber, "accepted", null);
        skill(round, caseNumber, Map.of("evaluator1", 70, "evaluator2", 70, "evaluator3", 70));
        waits(caseNumber, "assess-part");
        theory(round, caseNumber, 70);
        waits(caseNumber, "approve-result");
    }

    @Test
    @Order(8)
    void anAbsentCandidateFailsThePartWithoutAScore() {
        Round round = operators();
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        walk.review(caseNumber, "accepted", null);
        String session = walk.openSession(round, "LEVEL_4", "A", "THEORY");
        walk.plan(session, List.of("evaluator1"), List.of(caseNumber));
        walk.recordAttendance(session, Map.of(caseNumber, "absent"));
        walk.enterScores(session, "evaluator1", Map.of());
        walk.verify(session, "verified", null);
        skill(round, caseNumber, Map.of("evaluator1", 70, "evaluator2", 70, "evaluator3", 70));
        walk.approve(caseNumber, "approved", null);
        assertThat(status(caseNumber)).isEqualTo(ApplicationStatus.FAILED);
    }

    @Test
    @Order(9)
    void everyWaitCallsForAttention() {
        Round round = operators();
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        reminded(caseNumber, "review-materials");
        walk.review(caseNumber, "returned", "身份证复印件不清晰");
        walk.fireTimer(caseNumber, "supplement-materials");
        walk.supplement(caseNumber);
        walk.review(caseNumber, "escalated", "工作年限证明需进一步判断");
        reminded(caseNumber, "give-evaluator-opinion");
        walk.giveOpinion(caseNumber);
        walk.review(caseNumber, "accepted", null);

        reminded(caseNumber, "seat-wait-long");
        String session = walk.openSession(round, "LEVEL_4", "A", "THEORY");
        reminded(session, "plan-session");
        walk.plan(session, List.of("evaluator1"), List.of(caseNumber));
        reminded(caseNumber, "score-wait-long");
        reminded(session, "record-attendance");
        walk.recordAttendance(session, Map.of());
        reminded(session, "enter-scores");
        walk.enterScores(session, "evaluator1", Map.of(caseNumber, 80));
        reminded(session, "verify-scores");
        walk.verify(session, "verified", null);
        skill(round, caseNumber, Map.of("evaluator1", 70, "evaluator2", 70, "evaluator3", 70));
        reminded(caseNumber, "approve-result");
        walk.approve(caseNumber, "sent-back", "请说明评分依据");
        reminded(caseNumber, "answer-approver");
        assertThat(milestones.of(caseNumber)).extracting(MilestoneReached::milestone)
                .containsOnlyOnce(Milestone.SUPPLEMENT_REMINDED).doesNotContain(Milestone.LAPSED);
    }

    /** People are told, once, and the work goes on. */
    private void reminded(String businessKey, String activity) {
        int before = told();
        walk.fireTimer(businessKey, activity);
        assertThat(told()).as("reminders of %s", activity).isGreaterThan(before);
        walk.fireTimer(businessKey, activity);
        int after = told();
        walk.fireTimer(businessKey, activity);
        assertThat(told()).as("reminders of %s", activity).isEqualTo(after);
    }

    private int told() {
        return jdbc.sql("select count(*) from notice where kind like 'staff-%'").query(Integer.class).single();
    }

    @Test
    @Order(100)
    void everyTimerFired() {
        assertThat(engine.getManagementService().createJobDefinitionQuery().list().stream()
                .filter(job -> job.getJobType().startsWith("timer")).map(JobDefinition::getActivityId)).isNotEmpty()
                .allMatch(walk.fired()::contains);
    }

    @Test
    @Order(100)
    void everyFlowNodeWasVisited() {
        Set<String> visited = engine.getHistoryService().createHistoricActivityInstanceQuery().list().stream()
                .map(HistoricActivityInstance::getActivityId).map(id -> id.replaceAll("#.*", "")).collect(Collectors.toSet());
        Set<String> missed = new TreeSet<>();
        for (String process : PROCESSES) {
            String definition = engine.getRepositoryService().createProcessDefinitionQuery()
                    .processDefinitionKey(process).latestVersion().singleResult().getId();
            engine.getRepositoryService().getBpmnModelInstance(definition).getModelElementsByType(FlowNode.class).stream()
                    .map(FlowNode::getId).filter(id -> !visited.contains(id)).forEach(id -> missed.add(process + "/" + id));
        }
        assertThat(missed).isEmpty();
    }

    @Test
    @Order(101)
    void noFactOfAPersonReachedTheEngine() {
        assertThat(engine.getHistoryService().createHistoricVariableInstanceQuery().list())
                .extracting(variable -> variable.getName())
                .isSubsetOf("caseNumber", "standard", "edition", "level", "direction", "part", "sessionNumber", "candidate", "scorer",
                        "member", "reviewOutcome", "eligibilityOutcome", "resultOutcome", "approvalOutcome", "publicityEnds", "conductedBy",
                        "seated", "recorded", "partOutcome", "staffingOutcome", "verificationOutcome", "panelOutcome",
                        "nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances", "loopCounter");
    }

    private void appoint(String caseNumber, String... members) {
        walk.finish("planner", caseNumber, "appoint-panel", shown -> Map.of("members", List.of(members), "chair", members[0],
                "heldAt", "2099-01-01T09:00:00Z", "minutes", 30, "place", "评审室"));
    }

    private void scoreInPanel(String caseNumber, String... members) {
        for (String member : members) {
            walk.finish(member, caseNumber, "score-candidate", shown -> Map.of("score", 71.25, "opinion", "方案可行"));
        }
    }

    private void recall(String caseNumber, String reason) {
        panels.recall(caseNumber, reason, "planner");
        walk.runJobs();
        assertThat(engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber).list())
                .extracting(Task::getTaskDefinitionKey).containsExactly("appoint-panel");
    }

    @Test
    @Order(102)
    void timeCannotBeMovedOutsideOfASampleInstitution() throws Exception {
        accounts.create("owner", "流程负责人", "", Set.of(Role.PROCESS_OWNER), "Walk-the-case-1", "test");
        assertThat(product.getBeansOfType(TimeOffset.class)).isEmpty();
        PageReader reader = new PageReader(product);
        assertThat(reader.as("owner", get("/desk")).getStatus()).isEqualTo(200);
        assertThat(reader.as("owner", get("/desk/sample-clock")).getStatus()).isEqualTo(404);
        assertThat(http.withBasicAuth("owner", "Walk-the-case-1").postForEntity("/api/desk/sample-clock", Map.of("days", 1), String.class)
                .getStatusCode().value()).isEqualTo(404);
    }

    private Round operators() {
        return walk.openRound("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A", "B", "C", "D"));
    }

    private void theory(Round round, String caseNumber, double score) {
        theory(round, "LEVEL_4", applications.find(caseNumber).direction(), caseNumber, Map.of("evaluator1", score));
    }

    private void theory(Round round, String level, String direction, String caseNumber, Map<String, ? extends Number> scores) {
        sit(round, level, direction, "THEORY", caseNumber, List.of("evaluator1"), scores);
    }

    private void skill(Round round, String caseNumber, Map<String, ? extends Number> scores) {
        sit(round, "LEVEL_4", applications.find(caseNumber).direction(), "SKILL", caseNumber, ASSESSORS, scores);
    }

    private void sit(Round round, String level, String direction, String part, String caseNumber, List<String> scorers,
                     Map<String, ? extends Number> scores) {
        String session = walk.openSession(round, level, direction, part);
        walk.plan(session, scorers, List.of(caseNumber));
        walk.recordAttendance(session, Map.of());
        scorers.forEach(scorer -> walk.enterScores(session, scorer, Map.of(caseNumber, scores.get(scorer))));
        walk.verify(session, "verified", null);
    }

    private void waits(String caseNumber, String activity) {
        BpmnAwareTests.assertThat(instance(caseNumber)).isWaitingAt(activity);
    }

    private ProcessInstance instance(String caseNumber) {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("evaluation")
                .processInstanceBusinessKey(caseNumber).singleResult();
    }

    /** The end event that the case has reached. */
    private String ended(String caseNumber) {
        HistoricProcessInstance past = engine.getHistoryService().createHistoricProcessInstanceQuery()
                .processDefinitionKey("evaluation").processInstanceBusinessKey(caseNumber).finished().singleResult();
        assertThat(past).as("the finished case %s", caseNumber).isNotNull();
        return past.getEndActivityId();
    }

    private ApplicationStatus status(String caseNumber) {
        return applications.find(caseNumber).status();
    }
}
