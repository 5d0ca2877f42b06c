package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.casework.Recusals;
import org.zhiping.casework.RelationKind;
import org.zhiping.exam.ScoreSheets;
import org.zhiping.exam.ScorerChange;
import org.zhiping.exam.Sessions;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Round;
import org.zhiping.page.PageReader;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.DecisionTables;
import org.zhiping.platform.process.Tasks;

/** Every rule of the table refuses the same act on every path with the same words, and lets it pass once its row is gone. */
@ProductTest
@Import(CaseWalk.class)
class FairnessMatrixTest {

    private static final String LEAD = "lead-of-evaluators";
    private static final String PASSWORD = "Walk-the-case-1";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A rule of the table, by the id of its row, and the words that its refusal has for a person named 某人. */
    enum Rule {
        OWN_CASE("own-case", "是案件"), RECUSED("recused", "已登记回避"), TEACHER("teacher", "师生关系"), RELATIVE("relative", "亲属关系"),
        OTHER_INTEREST("other-interest", "其他利害关系"), SAME_EMPLOYER("same-employer", "同一单位"), TAUGHT_COURSE("taught-course", "讲授过");

        final String row;
        final String words;

        Rule(String row, String words) {
            this.row = row;
            this.words = words;
        }
    }

    @Autowired ProcessEngine engine;
    @Autowired CaseWalk walk;
    @Autowired Accounts accounts;
    @Autowired Recusals recusals;
    @Autowired Tasks tasks;
    @Autowired Sessions sessions;
    @Autowired ScoreSheets sheets;
    @Autowired ScorerChange scorers;
    @Autowired Texts texts;
    @Autowired JdbcClient jdbc;
    @Autowired DecisionTables tables;
    @Autowired TestRestTemplate http;
    @Autowired WebApplicationContext product;
    Round round;
    String kin;

    @BeforeEach
    void hire() {
        walk.hireStaff();
        if (accounts.find(LEAD).isEmpty()) {
            accounts.create(LEAD, "组长", "", Set.of(Role.TEAM_LEAD, Role.EVALUATOR, Role.PANEL_MEMBER), PASSWORD, "test");
        }
        kin = "kin" + NUMBER.incrementAndGet();
    }

    @ParameterizedTest
    @EnumSource
    void theSameActIsRefusedEverywhereForTheSameReasonAndPassesOnceTheRowIsGone(Rule rule) throws Exception {
        String caseNumber = escalated();
        String sitting = scoringWith(kin);
        String other = scoringWith("evaluator2");
        List.of(caseNumber, candidateOf(sitting), candidateOf(other)).forEach(one -> relate(rule, one));
        String task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber).singleResult().getId();
        everyPathRefuses(rule, task, sitting, other);
        String without = tables.deploy("without " + rule.row, Map.of("dmn/separation-of-duties.dmn", tableWithout(rule.row)));
        try {
            assertThat(overRest(task, "claim", kin).getStatusCode().value()).as("claim without %s", rule).isEqualTo(204);
            sheets.enter(sitting, kin, Map.of(candidateOf(sitting), 70));
            scorers.replace(other, "evaluator2", kin, "接替评分", "planner");
        } finally {
            tables.withdraw(without);
        }
        ownCaseIs(rule, caseNumber);
        completingIsRefusedToo(rule, task);
    }

    private void everyPathRefuses(Rule rule, String task, String sitting, String other) throws Exception {
        ownCaseIs(rule, caseOf(task));
        said(rule, overRest(task, "claim", kin));
        said(rule, overRest(task, "assignee", kin));
        var desk = new PageReader(product).as(kin, post("/desk/tasks/" + task + "/claim").with(csrf()));
        assertThat(desk.getStatus()).as("desk").isEqualTo(403);
        assertThat(desk.getContentAsString()).contains(rule.words);
        refused(rule, () -> tasks.claim(task, kin));
        refused(rule, () -> tasks.assign(task, LEAD, kin));
        ownCaseIs(rule, candidateOf(sitting));
        said(rule, exchange(kin, HttpMethod.PUT, "/api/desk/sessions/" + sitting + "/scores",
                Map.of("scores", List.of(Map.of("caseNumber", candidateOf(sitting), "score", "70")))));
        refused(rule, () -> sheets.enter(sitting, kin, Map.of(candidateOf(sitting), 70)));
        ownCaseIs(rule, candidateOf(other));
        refused(rule, () -> scorers.replace(other, "evaluator2", kin, "接替评分", "planner"));
    }

    /** Nobody has two open applications for one level, so it is one case after the other. */
    private void ownCaseIs(Rule rule, String caseNumber) {
        if (rule == Rule.OWN_CASE) {
            jdbc.sql("update application set applicant = case_number where applicant = :kin").param("kin", kin).update();
            jdbc.sql("update application set applicant = :kin where case_number = :case").param("kin", kin).param("case", caseNumber).update();
        }
    }

    private String caseOf(String task) {
        return tasks.find(task).orElseThrow().businessKey();
    }

    private void completingIsRefusedToo(Rule rule, String task) {
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).singleResult().getAssignee()).isEqualTo(kin);
        said(rule, exchange(kin, HttpMethod.POST, "/engine-rest/task/" + task + "/submit-form",
                Map.of("variables", Map.of("recommendation", Map.of("value", "accepted"), "opinion", Map.of("value", "同意")))));
        refused(rule, () -> tasks.complete(task, kin, Map.of("recommendation", "accepted", "opinion", "同意")));
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).count()).isOne();
    }

    private void said(Rule rule, ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(403);
        assertThat(answer.getBody()).contains(rule.words);
    }

    private void refused(Rule rule, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(texts.of(refusal)).contains(rule.words));
    }

    private void relate(Rule rule, String caseNumber) {
        switch (rule) {
            case OWN_CASE -> ownCaseIs(rule, caseNumber);
            case SAME_EMPLOYER -> jdbc.sql("update account set employer = '某传媒　公司' where id = :kin").param("kin", kin).update();
            case RECUSED -> recusals.declare(Recusals.Declaration.ofCase(kin, caseNumber, "本人申请回避"), kin);
            default -> recusals.declare(new Recusals.Declaration(kin, RelationKind.valueOf(rule == Rule.OTHER_INTEREST ? "OTHER" : rule.name()),
                    caseNumber, "", "", "", null, null, "须回避"), kin);
        }
    }

    private static byte[] tableWithout(String row) throws IOException {
        String table = Files.readString(Path.of("dmn/separation-of-duties.dmn"));
        String less = table.replaceFirst("(?s)<rule id=\"rule-" + row + "\">.*?</rule>", "");
        assertThat(less).isNotEqualTo(table);
        return less.getBytes(StandardCharsets.UTF_8);
    }

    private ResponseEntity<String> overRest(String task, String act, String to) {
        return exchange(kin, HttpMethod.POST, "/engine-rest/task/" + task + "/" + act, Map.of("userId", to));
    }

    private ResponseEntity<String> exchange(String account, HttpMethod method, String path, Object body) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN");
        return http.withBasicAuth(account, PASSWORD).exchange(path, method, new HttpEntity<>(body, headers), String.class);
    }

    /** Somebody who may give opinions, and knows nobody yet. */
    private String escalated() {
        accounts.create(kin, "某人", "", Set.of(Role.EVALUATOR, Role.PANEL_MEMBER), PASSWORD, "test");
        round = walk.openRound("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A"));
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        walk.review(caseNumber, "escalated", "工作年限证明需进一步判断");
        return caseNumber;
    }

    private String scoringWith(String scorer) {
        String candidate = walk.applyAtWork(round, "LEVEL_4", "A");
        walk.review(candidate, "accepted", null);
        String session = walk.openSession(round, "LEVEL_4", "A", "THEORY");
        walk.plan(session, List.of(scorer), List.of(candidate));
        walk.recordAttendance(session, Map.of());
        return session;
    }

    private String candidateOf(String session) {
        return sessions.candidates(session).get(0).caseNumber();
    }
}
