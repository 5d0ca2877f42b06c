package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Round;

/** Two or eight people at one thing in the same moment: it is in one state afterwards, and whoever was later is told why. */
@ProductTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RacesTest {

    private static final String PASSWORD = "Walk-the-case-1";
    private static final int EIGHT = 8;
    private static final int TIMES = 3;

    @Autowired CaseWalk walk;
    @Autowired ProcessEngine engine;
    @Autowired Accounts accounts;
    @Autowired Applications applications;
    @Autowired TestRestTemplate http;
    @Autowired JdbcClient jdbc;
    @Autowired ObjectMapper json;
    private final ExecutorService people = Executors.newFixedThreadPool(EIGHT);
    private Round round;

    @BeforeEach
    void hire() {
        walk.hireStaff();
        for (int n = 1; n <= EIGHT; n++) {
            hire("racer" + n, Role.ACCEPTANCE_OFFICER);
        }
        hire("race-lead1", Role.ACCEPTANCE_OFFICER, Role.TEAM_LEAD);
        hire("race-lead2", Role.ACCEPTANCE_OFFICER, Role.TEAM_LEAD);
        hire("race-keeper", Role.ADMINISTRATOR);
        jdbc.sql("delete from staff_document").update();
        round = walk.openRound("independent-operator", "undated", List.of("JUNIOR"), List.of());
    }

    private void hire(String id, Role... roles) {
        if (accounts.find(id).isEmpty()) {
            accounts.create(id, "工作人员 " + id, "", Set.of(roles), PASSWORD, "test");
        }
    }

    @AfterAll
    void gone() {
        people.shutdownNow();
    }

    @RepeatedTest(TIMES)
    void ofEightWhoClaimOneHasItAndTheOthersHearWho() throws Exception {
        Task task = review();
        List<Answer> answers = race(Stream.iterate(1, n -> n + 1).limit(EIGHT)
                .map(n -> post("racer" + n, "/engine-rest/task/" + task.getId() + "/claim", Map.of("userId", "racer" + n))).toList());
        String holder = assignee(task);
        assertThat(answers.stream().filter(answer -> answer.status() < 300)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(EIGHT - 1)
                .allSatisfy(answer -> assertThat(answer.body()).contains("工作人员 " + holder));
    }

    @RepeatedTest(TIMES)
    void whoStandsAsideWhileTheyClaimHasItNot() throws Exception {
        Task task = review();
        race(List.of(claim("racer1", task), post("racer1", "/api/desk/recusals", Map.of("caseNumber", number(task), "reason", "亲属"))));
        assertThat(assignee(task)).isNull();
    }

    @RepeatedTest(TIMES)
    void whoIsGivenItWhileALeadKeepsThemOutHasItNot() throws Exception {
        Task task = review();
        race(List.of(post("race-lead1", "/engine-rest/task/" + task.getId() + "/assignee", Map.of("userId", "racer2")),
                post("race-lead2", "/api/desk/recusals", Map.of("account", "racer2", "caseNumber", number(task), "reason", "亲属"))));
        assertThat(assignee(task)).isNull();
    }

    @RepeatedTest(TIMES)
    void whoClaimsWhileTheirDocumentIsRecordedHasTheirOwnCaseNot() throws Exception {
        Task task = review();
        var person = applications.find(number(task)).claims().person();
        race(List.of(claim("racer3", task), request(HttpMethod.PUT, "race-keeper", "/api/desk/accounts/racer3/document",
                Map.of("idType", person.idType(), "idNumber", person.idNumber()))));
        assertThat(assignee(task)).isNull();
    }

    @RepeatedTest(TIMES)
    void completedOrWithdrawn() throws Exception {
        Task task = review();
        claim("racer1", task).call();
        String applicant = applications.find(number(task)).applicant();
        List<Answer> answers = race(List.of(complete("racer1", task),
                post(applicant, "/api/v1/applications/" + number(task) + "/withdraw", Map.of("reason", "另有安排"))));
        walk.runJobs();
        assertThat(answers.get(0).status()).as(answers.get(0).body()).isIn(204, 409);
        assertThat(answers.get(1).status()).isIn(200, 204);
        assertThat(applications.find(number(task)).status().name()).isEqualTo("WITHDRAWN");
        assertThat(engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number(task)).count()).isZero();
    }

    @RepeatedTest(TIMES)
    void completedOrHandedOver() throws Exception {
        Task task = review();
        claim("racer4", task).call();
        List<Answer> answers = race(List.of(complete("racer4", task), post("race-lead1", "/api/desk/handover/racer4?to=racer5", null),
                post("race-lead2", "/engine-rest/task/" + task.getId() + "/assignee", Map.of("userId", "racer6"))));
        assertThat(answers.get(0).status()).isIn(204, 403, 409);
        Task left = engine.getTaskService().createTaskQuery().taskId(task.getId()).singleResult();
        assertThat(left == null).isEqualTo(answers.get(0).status() == 204);
    }

    @RepeatedTest(TIMES)
    void standsAsideWhileTheyComplete() throws Exception {
        Task task = review();
        claim("racer7", task).call();
        List<Answer> answers = race(List.of(complete("racer7", task), post("race-lead1", "/api/desk/recusals",
                Map.of("account", "racer7", "caseNumber", number(task), "reason", "亲属"))));
        assertThat(answers.get(0).status()).isIn(204, 403, 409);
        Task left = engine.getTaskService().createTaskQuery().taskId(task.getId()).singleResult();
        assertThat(left == null).isEqualTo(answers.get(0).status() == 204);
        assertThat(left == null || left.getAssignee() == null).isTrue();
    }

    @RepeatedTest(TIMES)
    void givenToSomebodyWhoseAccountIsClosed() throws Exception {
        Task task = review();
        accounts.enable("racer8", true, "race-keeper");
        race(List.of(post("race-lead1", "/engine-rest/task/" + task.getId() + "/assignee", Map.of("userId", "racer8")),
                post("race-lead2", "/api/desk/worklist/assign", Map.of("tasks", List.of(task.getId()), "to", "racer8")),
                () -> {
                    accounts.enable("racer8", false, "race-keeper");
                    return new Answer(200, "");
                }));
        Answer late = post("race-lead1", "/engine-rest/task/" + task.getId() + "/assignee", Map.of("userId", "racer8")).call();
        assertThat(late.status()).isIn(400, 403, 404, 409);
        accounts.enable("racer8", true, "race-keeper");
    }

    @RepeatedTest(TIMES)
    void twoLeadsSettleOneRequest() throws Exception {
        Task task = review();
        claim("racer1", task).call();
        String applicant = applications.find(number(task)).applicant();
        post(applicant, "/api/v1/applications/" + number(task) + "/recusal-requests",
                Map.of("name", "某老师", "employer", "", "kind", "TEACHER", "why", "教过我")).call();
        long id = jdbc.sql("select id from recusal_request where case_number = :case").param("case", number(task)).query(Long.class).single();
        List<Answer> answers = race(List.of(
                post("race-lead1", "/api/desk/recusal-requests/" + id + "/record", Map.of("account", "racer1", "kind", "TEACHER", "reason", "师生")),
                post("race-lead2", "/api/desk/recusal-requests/" + id + "/record", Map.of("account", "racer1", "kind", "TEACHER", "reason", "师生")),
                post("race-lead2", "/api/desk/recusal-requests/" + id + "/decline", Map.of("answer", "不是本机构人员")), complete("racer1", task)));
        assertThat(answers.subList(0, 3).stream().filter(answer -> answer.status() < 300)).hasSize(1);
        assertThat(answers.subList(0, 3).stream().filter(answer -> answer.status() == 409)).hasSize(2);
    }

    @RepeatedTest(TIMES)
    void oneActIsDeclaredVoidOnce() throws Exception {
        Task task = review();
        claim("racer1", task).call();
        complete("racer1", task).call();
        walk.runJobs();
        long act = jdbc.sql("select id from duty where case_number = :case").param("case", number(task)).query(Long.class).single();
        List<Callable<Answer>> all = new ArrayList<>();
        for (int n = 0; n < EIGHT - 1; n++) {
            all.add(post("race-lead" + (1 + n % 2), "/api/desk/cases/" + number(task) + "/acts/" + act + "/void", Map.of("reason", "应当回避")));
        }
        String applicant = applications.find(number(task)).applicant();
        all.add(post(applicant, "/api/v1/applications/" + number(task) + "/withdraw", Map.of("reason", "另有安排")));
        List<Answer> answers = race(all);
        walk.runJobs();
        assertThat(answers.subList(0, EIGHT - 1).stream().filter(answer -> answer.status() < 300).count()).isLessThanOrEqualTo(1);
        assertThat(engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number(task)).count()).isZero();
    }

    private Task review() {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(walk.applyAsStudent(round)).taskDefinitionKey("review-materials").singleResult();
    }

    private String number(Task task) {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey();
    }

    private String assignee(Task task) {
        return engine.getTaskService().createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }

    private Callable<Answer> claim(String person, Task task) {
        return post(person, "/engine-rest/task/" + task.getId() + "/claim", Map.of("userId", person));
    }

    private Callable<Answer> complete(String person, Task task) {
        Map<String, Object> shown = walk.form(person, number(task), "review-materials");
        Map<String, Object> values = new HashMap<>(Map.of("reviewOutcome", "accepted",
                "materials", walk.filled(shown, "materials", Map.of("authenticity", "confirmed", "completeness", "complete")),
                "facts", walk.filled(shown, "facts", Map.of()), "questions", walk.filled(shown, "questions", Map.of("answer", "yes", "reason", "已核实"))));
        Map<String, Object> variables = new HashMap<>();
        values.forEach((name, value) -> variables.put(name, value instanceof List ? Map.of("value", written(value), "type", "Json") : Map.of("value", value)));
        return post(person, "/engine-rest/task/" + task.getId() + "/submit-form", Map.of("variables", variables));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Answer(int status, String body) {
    }

    private Callable<Answer> post(String person, String path, Object body) {
        return request(HttpMethod.POST, person, path, body);
    }

    private Callable<Answer> request(HttpMethod method, String person, String path, Object body) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN");
        return () -> {
            ResponseEntity<String> answer = http.withBasicAuth(person, PASSWORD).exchange(path, method, new HttpEntity<>(body, headers), String.class);
            return new Answer(answer.getStatusCode().value(), answer.getBody() == null ? "" : answer.getBody());
        };
    }

    /** All begin in the same moment; none fails. */
    private List<Answer> race(List<Callable<Answer>> acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        List<Future<Answer>> running = new ArrayList<>();
        for (Callable<Answer> act : acts) {
            running.add(people.submit(() -> {
                start.await();
                return act.call();
            }));
        }
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> one : running) {
            answers.add(one.get());
        }
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as(answer.body()).isLessThan(500));
        return answers;
    }
}
