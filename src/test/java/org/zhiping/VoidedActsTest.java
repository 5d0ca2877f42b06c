package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.casework.VoidedActs;
import org.zhiping.exam.PanelState;
import org.zhiping.exam.Panels;
import org.zhiping.exam.PartRecords;
import org.zhiping.exam.SessionState;
import org.zhiping.exam.Sessions;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Round;
import org.zhiping.notice.Inbox;
import org.zhiping.page.PageReader;
import org.zhiping.platform.Refusal;
import org.zhiping.result.ResultState;
import org.zhiping.result.Results;
import org.zhiping.review.Reviews;

/** Found out later: the affected act is void and done again by somebody else, the rest stands. */
@ProductTest
class VoidedActsTest {

    private static final String LEAD = "lead-of-voids";

    @Autowired ProcessEngine engine;
    @Autowired CaseWalk walk;
    @Autowired VoidedActs acts;
    @Autowired Accounts accounts;
    @Autowired Applications applications;
    @Autowired Reviews reviews;
    @Autowired Sessions sessions;
    @Autowired Panels panels;
    @Autowired PartRecords records;
    @Autowired Results results;
    @Autowired Inbox inbox;
    @Autowired JdbcClient jdbc;
    @Autowired WebApplicationContext product;
    Round round;

    @BeforeEach
    void hire() {
        walk.hireStaff();
        also(LEAD, Role.TEAM_LEAD, Role.ACCEPTANCE_OFFICER, Role.EVALUATOR, Role.PANEL_MEMBER, Role.SCORE_VERIFIER, Role.APPROVER, Role.EXAM_OFFICER);
        also("evaluator4", Role.EVALUATOR);
        also("officer2", Role.ACCEPTANCE_OFFICER);
        also("verifier2", Role.SCORE_VERIFIER);
        also("verifier3", Role.SCORE_VERIFIER);
        also("approver2", Role.APPROVER);
        round = walk.openRound("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A"));
    }

    private void also(String account, Role... roles) {
        if (accounts.find(account).isEmpty()) {
            accounts.create(account, "工作人员 " + account, "", Set.of(roles), "Walk-the-case-1", "test");
        }
    }

    private String reviewed() {
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        walk.review(caseNumber, "accepted", null);
        return caseNumber;
    }

    @Test
    void aVoidAcceptanceIsReviewedAgainByAnotherAndTheSeatAndTheScoresStand() {
        String caseNumber = reviewed();
        theory(caseNumber, "evaluator1");
        String session = walk.openSession(round, "LEVEL_4", "A", "SKILL");
        walk.plan(session, List.of("evaluator1", "evaluator2", "evaluator3"), List.of(caseNumber));
        annul(caseNumber, "review-materials", "");
        assertThat(open(caseNumber)).containsExactly("review-materials");
        assertThat(applications.find(caseNumber).status()).isEqualTo(ApplicationStatus.SUBMITTED);
        assertThat(applications.find(caseNumber).confirmation().corrections()).isEmpty();
        refused(() -> walk.claim("officer", caseNumber, "review-materials"), "duty-recused");
        walk.review("officer2", caseNumber, "accepted", null);
        assertThat(records.find(caseNumber, "THEORY")).isPresent();
        sit(session, caseNumber, "evaluator1", "evaluator2", "evaluator3");
        assertThat(open(caseNumber)).containsExactly("approve-result");
        assertThat(reviews.of(caseNumber)).singleElement().satisfies(one -> assertThat(one.reviewer()).isEqualTo("officer2"));
        assertThat(rows("review_round", caseNumber)).isEqualTo(2);
    }

    @Test
    void aVoidReturnTakesTheCaseBackFromTheApplicant() {
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        walk.review(caseNumber, "returned", "身份证复印件不清晰");
        annul(caseNumber, "review-materials", "");
        assertThat(open(caseNumber)).containsExactly("review-materials");
        assertThat(applications.find(caseNumber).status()).isEqualTo(ApplicationStatus.SUBMITTED);
    }

    @Test
    void aVoidOpinionIsGivenAgainWhileTheReviewGoesOn() {
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        walk.review(caseNumber, "escalated", "工作年限证明需进一步判断");
        walk.giveOpinion(caseNumber);
        walk.claim("officer", caseNumber, "review-materials");
        annul(caseNumber, "give-evaluator-opinion", "");
        assertThat(open(caseNumber)).containsExactly("give-evaluator-opinion");
        refused(() -> walk.claim("evaluator1", caseNumber, "give-evaluator-opinion"), "duty-recused");
        walk.finish("evaluator2", caseNumber, "give-evaluator-opinion", shown -> Map.of("recommendation", "accepted", "opinion", "同意受理"));
        walk.review(caseNumber, "accepted", null);
        assertThat(reviews.of(caseNumber).get(0).opinions()).singleElement().satisfies(one -> assertThat(one.evaluator()).isEqualTo("evaluator2"));
        assertThat(rows("review_opinion", caseNumber)).isEqualTo(2);
    }

    @Test
    void aVoidScoreIsGivenAgainForTheOneCandidateAndEverybodyElsesStand() {
        String caseNumber = reviewed();
        String other = reviewed();
        String session = walk.openSession(round, "LEVEL_4", "A", "THEORY");
        walk.plan(session, List.of("evaluator1"), List.of(caseNumber, other));
        walk.recordAttendance(session, Map.of());
        walk.enterScores(session, "evaluator1", Map.of(caseNumber, 90, other, 71));
        walk.verify(session, "verified", null);
        refused(() -> annul(caseNumber, "enter-scores", ""), "act-void-successor");
        refused(() -> annul(caseNumber, "enter-scores", "evaluator1"), "scorer-already");
        annul(caseNumber, "enter-scores", "evaluator2");
        assertThat(records.find(caseNumber, "THEORY")).isEmpty();
        assertThat(records.find(other, "THEORY")).isPresent();
        assertThat(open(session)).containsExactly("enter-scores");
        walk.enterScores(session, "evaluator2", Map.of(caseNumber, 65));
        walk.finish("verifier2", session, "verify-scores", shown -> Map.of("verificationOutcome", "verified"));
        assertThat(sessions.find(session).state()).isEqualTo(SessionState.CLOSED);
        assertThat(records.find(caseNumber, "THEORY").orElseThrow().shown()).isEqualTo("65.00");
        assertThat(records.find(other, "THEORY").orElseThrow().shown()).isEqualTo("71.00");
        assertThat(rows("void_part_record", caseNumber)).isEqualTo(1);
        skill(caseNumber, "evaluator2", "evaluator3", "evaluator4");
        assertThat(open(caseNumber)).containsExactly("approve-result");
    }

    @Test
    void aVoidVerificationIsDoneAgainInPublicityAndTheResultIsApprovedAgain() {
        String caseNumber = reviewed();
        theory(caseNumber, "evaluator1");
        skill(caseNumber);
        walk.approve(caseNumber, "approved", null);
        assertThat(results.of(caseNumber).orElseThrow().state()).isEqualTo(ResultState.PUBLIC);
        annul(caseNumber, "verify-scores", "");
        assertThat(results.of(caseNumber).orElseThrow().state()).isEqualTo(ResultState.REOPENED);
        String session = jdbc.sql("select session_number from void_part_record where case_number = :case").param("case", caseNumber).query(String.class).single();
        assertThat(open(session)).containsExactly("verify-scores");
        walk.finish("verifier2", session, "verify-scores", shown -> Map.of("verificationOutcome", "verified"));
        assertThat(open(caseNumber)).containsExactly("approve-result");
        walk.approve(caseNumber, "approved", null);
        walk.fireTimer(caseNumber, "publicity-ends");
        assertThat(applications.find(caseNumber).status()).isEqualTo(ApplicationStatus.CERTIFIED);
        refused(() -> annul(caseNumber, "approve-result", ""), "act-void-certified");
    }

    @Test
    void aVoidApprovalEndsPublicityAndAnotherApproverDecides() {
        String caseNumber = reviewed();
        theory(caseNumber, "evaluator1");
        skill(caseNumber);
        walk.approve(caseNumber, "approved", null);
        annul(caseNumber, "approve-result", "");
        assertThat(open(caseNumber)).containsExactly("approve-result");
        refused(() -> walk.claim("approver", caseNumber, "approve-result"), "duty-recused");
        walk.finish("approver2", caseNumber, "approve-result", shown ->
                Map.of("completeness", "yes", "conformity", "yes", "correctness", "yes", "approvalOutcome", "approved"));
        assertThat(results.of(caseNumber).orElseThrow().decisions()).hasSize(2);
        assertThat(results.of(caseNumber).orElseThrow().state()).isEqualTo(ResultState.PUBLIC);
    }

    @Test
    void aVoidAnswerIsGivenAgainBeforeAnybodyDecidesOnIt() {
        String caseNumber = reviewed();
        theory(caseNumber, "evaluator1");
        skill(caseNumber);
        walk.approve(caseNumber, "sent-back", "请说明评分依据");
        walk.finish("verifier3", caseNumber, "answer-approver", shown -> Map.of("answer", "与现场记录一致"));
        annul(caseNumber, "answer-approver", "");
        assertThat(open(caseNumber)).containsExactly("answer-approver");
        walk.finish("verifier2", caseNumber, "answer-approver", shown -> Map.of("answer", "已逐项核对"));
        assertThat(open(caseNumber)).containsExactly("approve-result");
        assertThat(results.of(caseNumber).orElseThrow().last().orElseThrow().answer()).isEqualTo("已逐项核对");
    }

    @Test
    void aConcludedPanelReplacesTheMemberAndKeepsTheOtherScores() {
        Round school = walk.openRound("independent-operator", "undated", List.of("JUNIOR"), List.of());
        String caseNumber = walk.applyAsStudent(school);
        walk.review(caseNumber, "accepted", null);
        String session = walk.openSession(school, "JUNIOR", null, "THEORY");
        walk.plan(session, List.of("evaluator1"), List.of(caseNumber));
        sit(session, caseNumber, "evaluator1");
        appoint(caseNumber, "member1", "member2", "member3");
        score(caseNumber, "member1", "member2", "member3");
        walk.finish("member1", caseNumber, "confirm-minutes", shown -> Map.of("minutes", "意见一致", "confirmed", true));
        assertThat(open(caseNumber)).containsExactly("approve-result");
        annulOf(caseNumber, "score-candidate", "member2", "");
        assertThat(open(caseNumber)).containsExactly("appoint-panel");
        assertThat(panels.find(caseNumber, "CAPABILITY").orElseThrow().state()).isEqualTo(PanelState.RECALLED);
        refused(() -> appoint(caseNumber, "member1", "member2", "member3"), "duty-recused");
        appoint(caseNumber, "member1", "member4", "member3");
        assertThat(open(caseNumber)).containsExactly("score-candidate");
        score(caseNumber, "member4");
        walk.finish("member1", caseNumber, "confirm-minutes", shown -> Map.of("minutes", "意见一致", "confirmed", true));
        assertThat(open(caseNumber)).containsExactly("approve-result");
        assertThat(panels.find(caseNumber, "CAPABILITY").orElseThrow().voidedSeenBy("member1")).hasSize(1);
    }

    @Test
    void onlyALeadOfTheRoleWithoutAPartInItVoids() {
        String caseNumber = reviewed();
        long id = act(caseNumber, "review-materials", "officer");
        refused(() -> acts.annul(id, "须回避", "", "officer"), "act-void-by-lead");
        refused(() -> acts.annul(id, "须回避", "", "approver"), "act-void-by-lead");
        refused(() -> acts.annul(id, " ", "", LEAD), "act-void-reason");
        annul(caseNumber, "review-materials", "");
        refused(() -> acts.annul(id, "须回避", "", LEAD), "act-void-already");
        assertThat(jdbc.sql("select count(*) from notice where kind = 'staff-act-voided' and number = :case").param("case", caseNumber)
                .query(Integer.class).single()).isPositive();
    }

    @Test
    void theApplicantIsToldWhichStepIsDoneAgainAndNotWhoseItWas() throws Exception {
        String caseNumber = reviewed();
        String applicant = applications.find(caseNumber).applicant();
        annul(caseNumber, "review-materials", "");
        var told = inbox.of(applicant).stream().filter(entry -> entry.kind().equals("step-redone")).toList();
        assertThat(told).singleElement().satisfies(entry -> assertThat(entry.body())
                .contains(caseNumber, "“审核申报材料”因原办理人员应当回避，已经作废").doesNotContain("officer", "工作人员", "亲属"));
        PageReader reader = new PageReader(product);
        String page = reader.as(applicant, get("/portal/applications/" + caseNumber)).getContentAsString();
        assertThat(page).contains("有环节作废，重新办理").doesNotContain("review-materials", "亲属");
        assertThat(reader.as(applicant, get("/portal/applications/" + caseNumber + "/record")).getContentAsString())
                .contains("办理作废").doesNotContain("亲属", "工作人员 officer");
        assertThat(jdbc.sql("select kind from case_record where case_number = :case").param("case", caseNumber).query(String.class).list())
                .contains("act-voided").doesNotContain("step-redone");
    }

    @Test
    void aVoidSheetIsToldToEachOfItsCandidatesWhoIsStillThere() {
        String caseNumber = reviewed();
        String gone = reviewed();
        String session = walk.openSession(round, "LEVEL_4", "A", "THEORY");
        walk.plan(session, List.of("evaluator1"), List.of(caseNumber, gone));
        walk.recordAttendance(session, Map.of());
        walk.enterScores(session, "evaluator1", Map.of(caseNumber, 90, gone, 71));
        String leaver = applications.find(gone).applicant();
        walk.withdraw(gone);
        annul(caseNumber, "enter-scores", "evaluator2");
        assertThat(inbox.of(applications.find(caseNumber).applicant())).extracting(entry -> entry.kind()).containsOnlyOnce("step-redone");
        assertThat(inbox.of(leaver)).extracting(entry -> entry.kind()).doesNotContain("step-redone");
    }

    @Test
    void aLeadVoidsAtTheDeskAndASupervisorOnlyReads() throws Exception {
        PageReader reader = new PageReader(product);
        also("inspector", Role.SUPERVISOR);
        String caseNumber = reviewed();
        String page = "/desk/cases/" + caseNumber + "/acts";
        String ask = page + "/" + act(caseNumber, "review-materials", "officer") + "/void";
        assertThat(reader.as(LEAD, get(page)).getContentAsString()).contains(ask);
        also("approving-lead", Role.TEAM_LEAD, Role.APPROVER);
        assertThat(reader.as("approving-lead", get(page)).getContentAsString()).contains("只有该环节所在组的组长").doesNotContain("/void");
        assertThat(reader.as("approving-lead", get(ask)).getStatus()).as("before they type why").isEqualTo(403);
        assertThat(reader.as("inspector", get(page)).getContentAsString()).contains("officer").doesNotContain("/void");
        assertThat(reader.as("officer", get(page)).getStatus()).isEqualTo(403);
        assertThat(reader.as("inspector", get(ask)).getStatus()).isEqualTo(403);
        assertThat(reader.as(LEAD, get(ask)).getContentAsString()).doesNotContain("successor");
        var blank = reader.as(LEAD, post(ask).with(csrf()));
        assertThat(blank.getStatus()).isEqualTo(400);
        assertThat(blank.getContentAsString()).contains("href=\"#reason\"");
        assertThat(reader.as(LEAD, post(ask).with(csrf()).param("reason", "系申请人亲属")).getStatus()).isEqualTo(302);
        walk.runJobs();
        assertThat(reader.piece(LEAD, get("/desk/cases/" + caseNumber + "/panel")).getContentAsString()).as("among those who had a hand in it").contains("已作废");
        assertThat(reader.as(LEAD, get(page)).getContentAsString()).contains("系申请人亲属", "已作废").doesNotContain(ask);
        assertThat(reader.as("officer", get("/desk/inbox")).getContentAsString()).as("who keeps out is led to no closed door")
                .contains(caseNumber).doesNotContain("/desk/cases/" + caseNumber);
        assertThat(open(caseNumber)).containsExactly("review-materials");
    }

    private void annul(String caseNumber, String task, String successor) {
        annulOf(caseNumber, task, null, successor);
    }

    private void annulOf(String caseNumber, String task, String person, String successor) {
        acts.annul(act(caseNumber, task, person), "办理人系申请人的亲属", successor, LEAD);
        walk.runJobs();
    }

    private long act(String caseNumber, String task, String person) {
        return acts.of(caseNumber).stream().filter(act -> act.task().equals(task) && act.voiding() == null)
                .filter(act -> person == null || act.account().equals(person)).findFirst().orElseThrow().id();
    }

    private List<String> open(String businessKey) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(Task::getTaskDefinitionKey).toList();
    }

    private void theory(String caseNumber, String scorer) {
        String session = walk.openSession(round, "LEVEL_4", "A", "THEORY");
        walk.plan(session, List.of(scorer), List.of(caseNumber));
        sit(session, caseNumber, scorer);
    }

    private void skill(String caseNumber) {
        skill(caseNumber, "evaluator1", "evaluator2", "evaluator3");
    }

    private void skill(String caseNumber, String... assessors) {
        String session = walk.openSession(round, "LEVEL_4", "A", "SKILL");
        walk.plan(session, List.of(assessors), List.of(caseNumber));
        sit(session, caseNumber, assessors);
    }

    private void sit(String session, String caseNumber, String... scorers) {
        walk.recordAttendance(session, Map.of());
        List.of(scorers).forEach(scorer -> walk.enterScores(session, scorer, Map.of(caseNumber, 80)));
        walk.verify(session, "verified", null);
    }

    private void appoint(String caseNumber, String... members) {
        walk.finish("planner", caseNumber, "appoint-panel", shown -> Map.of("members", List.of(members), "chair", members[0],
                "heldAt", "2099-01-01T09:00:00Z", "minutes", 30, "place", "评审室"));
    }

    private void score(String caseNumber, String... members) {
        List.of(members).forEach(member ->
                walk.finish(member, caseNumber, "score-candidate", shown -> Map.of("score", 71.25, "opinion", "方案可行")));
    }

    private int rows(String table, String caseNumber) {
        return jdbc.sql("select count(*) from " + table + " where case_number = :case").param("case", caseNumber).query(Integer.class).single();
    }

    private static void refused(Runnable act, String code) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.faults()).extracting(Refusal.Fault::code).contains(code));
    }
}
