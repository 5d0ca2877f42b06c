package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.casework.Handover;
import org.zhiping.casework.Recusals;
import org.zhiping.casework.RelationKind;
import org.zhiping.exam.Panels;
import org.zhiping.exam.ScoreSheets;
import org.zhiping.exam.ScorerChange;
import org.zhiping.exam.Sessions;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Browser;
import org.zhiping.identity.Role;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Round;
import org.zhiping.page.PageReader;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.Tasks;
import org.zhiping.record.CaseRecords;

/** Nobody settles who decides about themselves, or about somebody whose cases they keep out of: neither by choosing nor by excluding somebody. */
@ProductTest
class FairLeadsTest {

    private static final String LEAD = "fair-lead";
    private static final String OTHER_LEAD = "other-fair-lead";
    private static final String STEP = "give-evaluator-opinion";
    private static final String PASSWORD = "Walk-the-case-1";

    @Autowired ProcessEngine engine;
    @Autowired CaseWalk walk;
    @Autowired Accounts accounts;
    @Autowired Applications applications;
    @Autowired Intake intake;
    @Autowired Recusals recusals;
    @Autowired Handover handover;
    @Autowired ScorerChange scorers;
    @Autowired Sessions sessions;
    @Autowired Panels panels;
    @Autowired ScoreSheets sheets;
    @Autowired CaseRecords records;
    @Autowired Tasks tasks;
    @Autowired Texts texts;
    @Autowired JdbcClient jdbc;
    @Autowired TestRestTemplate http;
    @Autowired WebApplicationContext product;
    @LocalServerPort int port;
    Round round;

    @BeforeEach
    void hire() {
        walk.hireStaff();
        also(LEAD, Role.TEAM_LEAD, Role.ACCEPTANCE_OFFICER, Role.EVALUATOR, Role.PANEL_MEMBER, Role.EXAM_OFFICER, Role.MANAGER);
        also(OTHER_LEAD, Role.TEAM_LEAD, Role.ACCEPTANCE_OFFICER, Role.EVALUATOR, Role.PANEL_MEMBER, Role.EXAM_OFFICER);
        also("officer2", Role.ACCEPTANCE_OFFICER);
        round = walk.openRound("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A"));
        jdbc.sql("delete from relation").update();
        jdbc.sql("update account set employer = '' where id = :lead").param("lead", LEAD).update();
        jdbc.sql("update application set applicant = case_number where applicant = :lead").param("lead", LEAD).update();
    }

    private void also(String account, Role... roles) {
        if (accounts.find(account).isEmpty()) {
            accounts.create(account, "工作人员 " + account, "", Set.of(roles), PASSWORD, "test");
        }
    }

    @ParameterizedTest
    @CsvSource({"own, duty-own-case", "RECUSAL, duty-recused", "TEACHER, duty-teacher", "RELATIVE, duty-relative", "OTHER, duty-other-interest",
            "SAME_EMPLOYER, duty-same-employer", "TAUGHT_COURSE, duty-taught-course"})
    void aLeadGivesAndTakesNothingWhereTheyMustKeepOut(String relation, String reason) throws Exception {
        String caseNumber = escalated();
        String id = task(caseNumber, STEP);
        relate(relation, caseNumber);
        String words = texts.of(Locale.SIMPLIFIED_CHINESE, "refusal." + reason, caseNumber, "", reason);
        PageReader desk = new PageReader(product);
        Browser browser = new Browser(port);
        browser.signIn(LEAD, PASSWORD);
        boolean assessing = List.of("SAME_EMPLOYER", "TAUGHT_COURSE").contains(relation);
        var file = desk.as(LEAD, get("/desk/cases/" + caseNumber));
        assertThat(file.getStatus()).isEqualTo(assessing ? 200 : 403);
        assertThat(file.getContentAsString().contains(words)).isNotEqualTo(assessing);
        refused(() -> tasks.form(id, LEAD), reason);
        for (String holder : new String[] {null, "evaluator2"}) {
            if (holder != null) {
                tasks.claim(id, holder);
            }
            assertThat(rest("/engine-rest/task/" + id + "/assignee", Map.of("userId", "evaluator1"))).contains(words);
            assertThat(browser.tasklist("/task/" + id + "/assignee", "{\"userId\": \"evaluator1\"}").body()).contains(words);
            assertThat(rest("/api/desk/worklist/assign", Map.of("tasks", List.of(id), "to", "evaluator1"))).contains(words);
            browser.post("/desk/worklist", "/desk/worklist/assign", Map.of("task", id, "to", "evaluator1"));
            assertThat(browser.get("/desk/worklist?view=waiting").body()).contains(words);
            var page = desk.as(LEAD, post("/desk/assign/" + caseNumber).param("task", id).param("to", "evaluator1").with(csrf()));
            assertThat(page.getStatus()).isEqualTo(403);
            assertThat(page.getContentAsString()).contains(relation.equals("own") ? "本人" : words);
            refused(() -> tasks.assign(id, LEAD, "evaluator1"), "duty-giver");
            if (holder != null) {
                refused(() -> tasks.assign(id, LEAD, LEAD), "duty-giver");
                assertThat(rest("/engine-rest/task/" + id + "/assignee", Map.of("userId", LEAD))).contains(words);
            }
            assertThat(assignee(id)).isEqualTo(holder);
        }
        assertThat(rest("/engine-rest/task/" + id + "/unclaim", Map.of())).contains(words);
        for (String to : new String[] {"evaluator1", null}) {
            assertThat(handover.preview("evaluator2", to, LEAD)).filteredOn(line -> line.task().id().equals(id)).singleElement()
                    .satisfies(line -> assertThat(texts.of(line.against())).contains(words));
        }
        assertThat(assignee(id)).isEqualTo("evaluator2");
        tasks.assign(id, OTHER_LEAD, "evaluator1");
        assertThat(assignee(id)).isEqualTo("evaluator1");
    }

    @Test
    void whatALeadHasDoneInACaseIsNoReason() {
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        walk.review(LEAD, caseNumber, "escalated", "工作年限证明需进一步判断");
        String id = task(caseNumber, STEP);
        refused(() -> tasks.claim(id, LEAD), "duty-opinion-and-review");
        tasks.claim(id, "evaluator2");
        refused(() -> tasks.assign(id, LEAD, LEAD), "duty-opinion-and-review");
        tasks.unclaim(id, "evaluator2");
        tasks.assign(id, LEAD, "evaluator1");
        assertThat(assignee(id)).isEqualTo("evaluator1");
    }

    @ParameterizedTest
    @CsvSource({"own", "RELATIVE"})
    void aLeadNeitherKeepsSomebodyOutOfSuchACaseNorLetsThemIn(String relation) throws Exception {
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        relate(relation, caseNumber);
        var byCase = Recusals.Declaration.ofCase("officer", caseNumber, "请回避");
        Claims.Person person = applications.find(caseNumber).claims().person();
        var byPerson = new Recusals.Declaration("officer", RelationKind.TEACHER, "", person.idType(), person.idNumber(), "申请人", null, null, "师生");
        refused(() -> recusals.declare(byPerson, LEAD), "recusal-conflicted");
        assertThat(refusals(caseNumber)).singleElement().asString().startsWith(LEAD);
        refused(() -> recusals.declare(byCase, LEAD), "duty-giver");
        assertThat(recusals.of("officer")).isEmpty();
        recusals.declare(byPerson, "officer");
        long id = recusals.of("officer").get(0).id();
        refused(() -> recusals.lift(id, "登记有误", LEAD), "recusal-conflicted");
        var page = new PageReader(product).as(LEAD, post("/desk/recusals/" + id + "/lift").param("because", "登记有误").with(csrf()));
        assertThat(page.getStatus()).isEqualTo(403);
        assertThat(page.getContentAsString()).contains("请由其他组长办理");
        assertThat(recusals.of("officer").get(0).lifted()).isNull();
        recusals.lift(id, "登记有误", OTHER_LEAD);
        recusals.declare(byCase, OTHER_LEAD);
    }

    @Test
    void beforeTheApplicationIsHandedInTheyLiftNothingEither() {
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        Claims.Person person = applications.find(caseNumber).claims().person();
        recusals.declare(new Recusals.Declaration("officer", RelationKind.TEACHER, "", person.idType(), person.idNumber(), "申请人", null, null, "师生"), "officer");
        relate("own", caseNumber);
        jdbc.sql("update application set status = 'DRAFT' where case_number = :case").param("case", caseNumber).update();
        refused(() -> recusals.lift(recusals.of("officer").get(0).id(), "登记有误", LEAD), "recusal-conflicted");
    }

    @Test
    void anExamOfficerNeitherReplacesAScorerNorRecallsThePanelOfSuchACandidate() {
        Round school = walk.openRound("independent-operator", "undated", List.of("JUNIOR"), List.of());
        String caseNumber = walk.applyAsStudent(school);
        walk.review(caseNumber, "accepted", null);
        String session = walk.openSession(school, "JUNIOR", null, "THEORY");
        walk.plan(session, List.of("evaluator3"), List.of(caseNumber));
        walk.recordAttendance(session, Map.of());
        relate("RELATIVE", caseNumber);
        refused(() -> scorers.replace(session, "evaluator3", "evaluator1", "另有安排", LEAD), "duty-giver");
        refused(() -> scorers.replace(session, "evaluator3", LEAD, "另有安排", OTHER_LEAD), "duty-relative");
        assertThat(handover.preview("evaluator3", "evaluator1", LEAD)).filteredOn(line -> line.task().businessKey().equals(session)).singleElement()
                .satisfies(line -> assertThat(line.against().faults()).extracting(Refusal.Fault::code).containsExactly("duty-giver"));
        scorers.replace(session, "evaluator3", "evaluator1", "另有安排", OTHER_LEAD);
        walk.enterScores(session, "evaluator1", Map.of(caseNumber, 80));
        walk.verify(session, "verified", null);
        walk.finish("planner", caseNumber, "appoint-panel", shown -> Map.of("members", List.of("member1", "member2", "member3"), "chair", "member1",
                "heldAt", "2099-01-01T09:00:00Z", "minutes", 30, "place", "评审室"));
        refused(() -> panels.recall(caseNumber, "另有安排", LEAD), "duty-giver");
        panels.recall(caseNumber, "另有安排", OTHER_LEAD);
    }

    @Test
    void everyRefusalIsOnceInTheRecordOfEachCaseThatItConcerns() {
        Round school = walk.openRound("independent-operator", "undated", List.of("JUNIOR"), List.of());
        List<String> cases = List.of(walk.applyAsStudent(school), walk.applyAsStudent(school));
        cases.forEach(caseNumber -> walk.review(caseNumber, "accepted", null));
        String session = walk.openSession(school, "JUNIOR", null, "THEORY");
        walk.plan(session, List.of("evaluator1"), cases);
        walk.recordAttendance(session, Map.of());
        for (String person : List.of("evaluator1", "evaluator2")) {
            cases.forEach(caseNumber -> recusals.declare(new Recusals.Declaration(person, RelationKind.TEACHER, caseNumber, "", "", "", null, null, "师生"), person));
        }
        relate("RELATIVE", cases.get(0));
        assertThat(handover.preview("evaluator1", "evaluator3", LEAD)).filteredOn(line -> line.task().businessKey().equals(session)).singleElement()
                .extracting(Handover.Line::against).isNotNull();
        assertThat(refusals(cases.get(0))).isEmpty();
        for (int n = 0; n < 2; n++) {
            refused(() -> sheets.enter(session, "evaluator1", Map.of(cases.get(1), 70)), "duty-teacher");
            refused(() -> scorers.replace(session, "evaluator1", "evaluator3", "另有安排", LEAD), "duty-giver");
            var wish = Map.of("leaving", "evaluator1", "successor", "evaluator2", "reason", "另有安排");
            assertThat(as(OTHER_LEAD, HttpMethod.POST, "/api/desk/sessions/" + session + "/scorers", wish).getStatusCode().value()).isEqualTo(400);
        }
        String scoring = "evaluator1 {refusal=duty-teacher, task=enter-scores}";
        String choosing = OTHER_LEAD + " {person=evaluator2, refusal=duty-teacher, task=enter-scores}";
        assertThat(refusals(cases.get(0))).containsExactly(scoring, LEAD + " {refusal=duty-relative, task=plan-session}", choosing);
        assertThat(refusals(cases.get(1))).containsExactly(scoring, choosing);
    }

    private List<String> refusals(String caseNumber) {
        return records.of(caseNumber).stream().filter(entry -> entry.kind().equals("act-refused"))
                .map(entry -> entry.actor() + " " + new TreeMap<>(entry.details())).toList();
    }

    @ParameterizedTest
    @CsvSource({"own", "second account", "RELATIVE"})
    void aLeadLooksAtNoListOfWhoCouldDecideAboutThem(String relation) throws Exception {
        String caseNumber = escalated();
        if (relation.equals("second account")) {
            appliesToo(caseNumber);
        } else {
            relate(relation, caseNumber);
        }
        assertThat(new PageReader(product).as(LEAD, get("/desk/assign/" + caseNumber)).getStatus()).isEqualTo(403);
        assertThat(new PageReader(product).as(OTHER_LEAD, get("/desk/assign/" + caseNumber)).getStatus()).isEqualTo(200);
    }

    @Test
    void whoeverAppliesWithASecondAccountIsStillTheApplicant() throws Exception {
        String caseNumber = escalated();
        appliesToo(caseNumber);
        refused(() -> tasks.claim(task(caseNumber, STEP), LEAD), "duty-own-case");
        refused(() -> tasks.assign(task(caseNumber, STEP), LEAD, "evaluator1"), "duty-giver");
        refused(() -> tasks.form(task(caseNumber, STEP), LEAD), "duty-own-case");
        PageReader desk = new PageReader(product);
        for (String page : List.of("", "/panel", "/record", "/record.json", "/form.pdf", "/acts")) {
            assertThat(desk.as(LEAD, get("/desk/cases/" + caseNumber + page)).getStatus()).as(page).isEqualTo(403);
        }
        assertThat(desk.as(OTHER_LEAD, get("/desk/cases/" + caseNumber)).getStatus()).isEqualTo(200);
        assertThat(desk.as(LEAD, get("/desk/assign/" + caseNumber)).getStatus()).isEqualTo(403);
        assertThat(desk.as(LEAD, post("/desk/cases/" + caseNumber + "/reveal").param("what", "ID_NUMBER").param("reason", "核对证件").with(csrf())).getStatus())
                .isEqualTo(403);
    }

    /** The lead as the same person. */
    private void appliesToo(String caseNumber) {
        Claims claims = applications.find(caseNumber).claims();
        var draft = intake.start(LEAD, walk.openRound("independent-operator", "undated", List.of("JUNIOR"), List.of()).number(), "JUNIOR", null);
        intake.save(LEAD, draft.caseNumber(), new Claims(claims.person(), null, null, null, null, null, null), null);
    }

    @Test
    void aRoleThatIsTakenAwayTakesWithItWhatWasTaken() {
        also("moving", Role.ACCEPTANCE_OFFICER, Role.EVALUATOR);
        accounts.grant("moving", Set.of(Role.ACCEPTANCE_OFFICER, Role.EVALUATOR), "test");
        String id = task(walk.applyAtWork(round, "LEVEL_4", "A"), "review-materials");
        tasks.claim(id, "moving");
        accounts.grant("moving", Set.of(Role.EVALUATOR), "test");
        for (String act : List.of("/complete", "/submit-form")) {
            assertThat(String.valueOf(as("moving", HttpMethod.POST, "/engine-rest/task/" + id + act, Map.of()).getBody())).contains("没有办理这项任务所需的角色");
        }
        assertThat(as("moving", HttpMethod.POST, "/engine-rest/task/" + id + "/unclaim", Map.of()).getStatusCode().value()).isEqualTo(204);
        assertThat(as("moving", HttpMethod.POST, "/engine-rest/task/" + id + "/claim", Map.of("userId", "moving")).getStatusCode().value()).isEqualTo(403);
        assertThat(assignee(id)).isNull();
        accounts.grant("moving", Set.of(Role.ACCEPTANCE_OFFICER), "test");
        tasks.claim(id, "moving");

        Round school = walk.openRound("independent-operator", "undated", List.of("JUNIOR"), List.of());
        String caseNumber = walk.applyAsStudent(school);
        walk.review(caseNumber, "accepted", null);
        accounts.grant("moving", Set.of(Role.EVALUATOR), "test");
        String session = walk.openSession(school, "JUNIOR", null, "THEORY");
        walk.plan(session, List.of("moving"), List.of(caseNumber));
        walk.recordAttendance(session, Map.of());
        sheets.enter(session, "moving", Map.of(caseNumber, 80));
        accounts.grant("moving", Set.of(Role.INVIGILATOR), "test");
        refused(() -> tasks.complete(task(session, "enter-scores"), "moving", Map.of("confirmed", true)), "task-role-lost");
    }

    /** A manager and process owner who has applied would be in a hurry, and so would be whoever wants a deadline to pass. */
    @Test
    void nobodyMakesATimerComeEarly() {
        also("hurried", Role.PROCESS_OWNER, Role.MANAGER);
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        walk.review(caseNumber, "returned", "身份证复印件不清晰");
        Job timer = engine.getManagementService().createJobQuery().timers().activityId("supplement-deadline").list().stream()
                .filter(job -> job.getProcessInstanceId().equals(engine.getRuntimeService().createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber).singleResult().getId())).findFirst().orElseThrow();
        String path = "/engine-rest/job/" + timer.getId();
        assertThat(as("hurried", HttpMethod.POST, path + "/execute", Map.of()).getStatusCode().value()).isEqualTo(403);
        assertThat(as("hurried", HttpMethod.PUT, path + "/retries", Map.of("retries", 1, "dueDate", "2026-01-01T00:00:00.000+0800")).getStatusCode().value()).isEqualTo(403);
        assertThat(as("hurried", HttpMethod.PUT, path + "/retries", Map.of("retries", 2)).getStatusCode().value()).isEqualTo(204);
        assertThat(engine.getManagementService().createJobQuery().jobId(timer.getId()).singleResult().getDuedate()).isEqualTo(timer.getDuedate());
        assertThat(applications.find(caseNumber).status()).isEqualTo(ApplicationStatus.RETURNED);
    }

    private String escalated() {
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        walk.review(caseNumber, "escalated", "工作年限证明需进一步判断");
        return caseNumber;
    }

    private void relate(String relation, String caseNumber) {
        if (relation.equals("own")) {
            jdbc.sql("update application set applicant = :lead where case_number = :case").param("lead", LEAD).param("case", caseNumber).update();
        } else if (relation.equals("SAME_EMPLOYER")) {
            jdbc.sql("update account set employer = '某传媒　公司' where id = :lead").param("lead", LEAD).update();
        } else {
            recusals.declare(new Recusals.Declaration(LEAD, RelationKind.valueOf(relation), caseNumber, "", "", "", null, null, "须回避"), LEAD);
        }
    }

    private String task(String caseNumber, String step) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey(step).singleResult().getId();
    }

    private String assignee(String id) {
        return engine.getTaskService().createTaskQuery().taskId(id).singleResult().getAssignee();
    }

    private String rest(String path, Object body) {
        return String.valueOf(as(LEAD, HttpMethod.POST, path, body).getBody());
    }

    private ResponseEntity<String> as(String account, HttpMethod method, String path, Object body) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN");
        return http.withBasicAuth(account, PASSWORD).exchange(path, method, new HttpEntity<>(body, headers), String.class);
    }

    private static void refused(Runnable act, String code) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.faults()).extracting(Refusal.Fault::code).contains(code));
    }
}
