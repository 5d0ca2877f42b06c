package org.zhiping.platform.process.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Tasks;

@GateTest
class CompletionGateTest {

    private static final String ROWS = """
            [{"code":"m1","verdict":"good"},{"code":"m2","verdict":"bad","why":"缺页"}]""";

    @Autowired GateCases cases;
    @Autowired ProcessEngine engine;
    @Autowired TaskService taskService;
    @Autowired Tasks tasks;
    @Autowired GateProduct.Judge judge;
    @Autowired GateProduct.Duties duties;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    Http evaluator;
    Task task;

    @BeforeEach
    void claimedTask() {
        evaluator = Http.as(port, "evaluator");
        judge.taken.clear();
        duties.done.clear();
        task = cases.open();
        tasks.claim(task.getId(), "evaluator");
    }

    @AfterEach
    void nobody() {
        engine.getIdentityService().clearAuthentication();
    }

    static Map<String, Object> good() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("score", typed(59.99, "Double"));
        values.put("members", List.of("a"));
        values.put("rows", typed(ROWS, "Json"));
        values.put("outcome", "returned");
        values.put("reason", "证据不足");
        return values;
    }

    static Map<String, Object> typed(Object value, String type) {
        return Map.of("value", value, "type", type);
    }

    private static Map<String, Object> but(String key, Object value) {
        Map<String, Object> values = good();
        values.put(key, value);
        return values;
    }

    private static Map<String, Object> without(String key) {
        Map<String, Object> values = good();
        values.remove(key);
        return values;
    }

    static List<Map<String, Object>> bad() {
        return List.of(new HashMap<>(), without("score"), without("rows"), without("outcome"), without("reason"),
                but("score", 60.005), but("score", 100.01), but("score", -1), but("score", "sixty"), but("score", true),
                but("score", typed("sixty", "String")), but("outcome", "approved"), but("outcome", 1), but("reason", "x".repeat(51)),
                but("members", List.of("c")), but("members", "a"), but("judgeOutcome", "accepted"), but("caseNumber", "ZP0"),
                but("limit", 99), but("rows", typed("[]", "Json")), but("rows", typed("[", "Json")), but("rows", "m1"),
                but("rows", typed(ROWS.replace("m2", "m9"), "Json")), but("rows", typed(ROWS.replace("缺页", " "), "Json")),
                but("rows", typed(ROWS.replace("\"good\"", "\"good\",\"why\":\"x\""), "Json")),
                but("reason", "refuse me"), but("outcome", "accepted"),
                but("file", Map.of("value", "aGk=", "type", "File", "valueInfo", Map.of("filename", "a.txt"))),
                but("reason", Map.of("value", "rO0ABXQAAWE=", "type", "Object",
                        "valueInfo", Map.of("objectTypeName", "java.lang.String", "serializationDataFormat", "application/x-java-serialized-object"))));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aBadSubmissionIsRefusedInChineseAndNothingIsKept(Map<String, Object> values) {
        for (String path : List.of("complete", "submit-form")) {
            HttpResponse<String> answer = evaluator.send("POST", "/engine-rest/task/" + task.getId() + "/" + path, Http.variables(values));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).matches("(?s).*\\p{IsHan}.*");
        }
        assertUntouched();
    }

    @Test
    void onlyTheDeclaredOutcomeReachesTheProcess() {
        HttpResponse<String> answer =
                evaluator.send("POST", "/engine-rest/task/" + task.getId() + "/submit-form", Http.variables(good()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(engine.getRuntimeService().getVariables(task.getExecutionId()))
                .containsOnlyKeys("caseNumber", "applicant", "judgeOutcome").containsEntry("judgeOutcome", "returned");
        assertThat(duties.done).containsExactly("evaluator");
        assertThat(judge.taken).hasSize(1);
        assertThat(judge.taken.get(0)).containsOnlyKeys("limit", "score", "members", "outcome", "reason", "rows")
                .containsEntry("score", new java.math.BigDecimal("59.99"));
        assertThat(rows("act_hi_varinst") + rows("act_hi_detail")).isZero();
    }

    @Test
    void theDeskCompletesWithPlainValues() {
        Map<String, Object> values = new HashMap<>(Map.of("score", "60", "outcome", "accepted",
                "rows", List.of(Map.of("code", "m1", "verdict", "good"), Map.of("code", "m2", "verdict", "good"))));
        tasks.complete(task.getId(), "evaluator", values);
        assertThat(judge.taken).hasSize(1);
    }

    @Test
    void aTaskIsCompletedOnce() {
        String path = "/engine-rest/task/" + task.getId() + "/complete";
        assertThat(evaluator.send("POST", path, Http.variables(good())).statusCode()).isEqualTo(204);
        HttpResponse<String> again = evaluator.send("POST", path, Http.variables(good()));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("您已于").contains("\"code\":\"task-done-by-you\"").contains("\"status\":409");
        HttpResponse<String> later = Http.as(port, "second-evaluator").send("POST", path, Http.variables(good()));
        assertThat(later.statusCode()).isEqualTo(409);
        assertThat(later.body()).contains("某人已于").contains("办结这项任务");
        HttpResponse<String> stranger = Http.as(port, "approver").send("POST", path, Http.variables(good()));
        assertThat(stranger.statusCode()).as("who could not have had it learns nothing").isEqualTo(404);
        assertThat(stranger.body()).contains("没有这项待办任务").doesNotContain("某人");
        assertThat(judge.taken).hasSize(1);
    }

    @Test
    void ofTwoInTheSameMomentOneCompletes() {
        String path = "/engine-rest/task/" + task.getId() + "/complete";
        List<Integer> answers = java.util.stream.IntStream.range(0, 4).parallel()
                .mapToObj(any -> evaluator.send("POST", path, Http.variables(good())).statusCode()).sorted().toList();
        assertThat(answers).first().isEqualTo(204);
        assertThat(answers.subList(1, 4)).allSatisfy(status -> assertThat(status).isEqualTo(409));
    }

    @Test
    void ofTwoColleaguesWhoClaimInTheSameMomentTheLaterHearsWhoWasFirst() {
        Task open = cases.open();
        Map<Integer, String> answers = new java.util.concurrent.ConcurrentHashMap<>();
        List.of("evaluator", "second-evaluator").parallelStream().forEach(person -> {
            HttpResponse<String> answer = Http.as(port, person).send("POST", "/engine-rest/task/" + open.getId() + "/claim", Map.of("userId", person));
            answers.put(answer.statusCode(), answer.body());
        });
        assertThat(answers).containsOnlyKeys(204, 409);
        assertThat(answers.get(409)).contains("task-held").containsPattern("这项任务已由某人于 \\d{4}年\\d+月\\d+日 \\d\\d:\\d\\d 认领");
    }

    @Test
    void whoeverLostATaskToAColleagueIsToldWhoHasItAndAStrangerIsNot() {
        String path = "/engine-rest/task/" + task.getId() + "/complete";
        HttpResponse<String> colleague = Http.as(port, "second-evaluator").send("POST", path, Http.variables(good()));
        assertThat(colleague.statusCode()).isEqualTo(409);
        assertThat(colleague.body()).contains("task-held").contains("某人");
        HttpResponse<String> stranger = Http.as(port, "approver").send("POST", path, Http.variables(good()));
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(stranger.body()).doesNotContain("某人");
        assertUntouched();
    }

    @Test
    void anUnclaimedTaskIsClaimedFirst() {
        Task unclaimed = cases.open();
        HttpResponse<String> answer =
                evaluator.send("POST", "/engine-rest/task/" + unclaimed.getId() + "/complete", Http.variables(good()));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("请先认领任务");
    }

    @Test
    void nobodyWorksOnTheTaskOfAnother() {
        for (String person : List.of("second-evaluator", "approver")) {
            Http other = Http.as(port, person);
            for (String path : List.of("complete", "submit-form", "claim", "unclaim")) {
                Object body = path.equals("claim") ? Map.of("userId", person) : Http.variables(good());
                HttpResponse<String> answer = other.send("POST", "/engine-rest/task/" + task.getId() + "/" + path, body);
                assertThat(answer.statusCode()).as(path + answer.body()).isIn(403, 409);
                assertThat(answer.body()).matches("(?s).*\\p{IsHan}.*");
            }
        }
        assertUntouched();
    }

    @Test
    void aTaskIsClaimedForOneselfAndNotByKin() {
        Task open = cases.open();
        String path = "/engine-rest/task/" + open.getId();
        assertThat(evaluator.send("POST", path + "/claim", Map.of("userId", "second-evaluator")).statusCode()).isEqualTo(403);
        assertThat(evaluator.send("POST", path + "/assignee", Map.of("userId", "second-evaluator")).statusCode()).isEqualTo(403);
        assertThat(Http.as(port, "kin").send("POST", path + "/claim", Map.of("userId", "kin")).statusCode()).isEqualTo(403);
        assertThat(evaluator.send("POST", path + "/assignee", Map.of("userId", "evaluator")).statusCode()).isEqualTo(204);
        assertThat(evaluator.send("POST", path + "/unclaim", null).statusCode()).isEqualTo(204);
        assertThat(taskService.createTaskQuery().taskId(open.getId()).singleResult().getAssignee()).isNull();
    }

    @Test
    void aManagerReleasesTheTaskOfSomebodyAbsentButTakesNone() {
        Http manager = Http.as(port, "manager");
        assertThat(manager.send("POST", "/engine-rest/task/" + task.getId() + "/unclaim", null).statusCode()).isEqualTo(204);
        assertThat(manager.send("POST", "/engine-rest/task/" + task.getId() + "/claim", Map.of("userId", "manager")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theFormShowsWhatItsHandlerSaysAndNothingIsStored() {
        HttpResponse<String> shown = evaluator.get("/engine-rest/task/" + task.getId() + "/form-variables");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("案卷 ZP", "\"type\":\"Json\"", "80.5");
        assertThat(evaluator.get("/engine-rest/task/" + task.getId() + "/deployed-form").body()).contains("memberOptions");
        assertThat(tasks.form(task.getId(), "evaluator").shown()).containsKey("rows");
        assertThatThrownBy(() -> tasks.form(task.getId(), "approver")).isInstanceOf(Refusal.class);
        assertUntouched();
    }

    @Test
    void whoOnlyWatchesOrMustKeepOutReadsNoCaseInAForm() {
        for (String person : List.of("manager", "process-owner", "kin")) {
            assertThat(Http.as(port, person).get("/engine-rest/task/" + task.getId()).statusCode()).as(person).isEqualTo(200);
            HttpResponse<String> shown = Http.as(port, person).get("/engine-rest/task/" + task.getId() + "/form-variables");
            assertThat(shown.statusCode()).as(person + shown.body()).isEqualTo(403);
            assertThat(shown.body()).doesNotContain("案卷 ZP");
            assertThatThrownBy(() -> tasks.form(task.getId(), person)).isInstanceOf(Refusal.class);
        }
        assertThat(tasks.find(task.getId(), "manager")).isPresent();
        assertThat(tasks.find(task.getId(), "approver")).as("nor which case it is of").isEmpty();
        assertThat(Http.as(port, "second-evaluator").get("/engine-rest/task/" + task.getId() + "/form-variables").statusCode()).isEqualTo(200);
    }

    @Test
    void theApplicantsTaskIsCompletedByThePortalAlone() {
        evaluator.send("POST", "/engine-rest/task/" + task.getId() + "/complete", Http.variables(good()));
        Task own = taskService.createTaskQuery().processInstanceId(task.getProcessInstanceId()).singleResult();
        String number = (String) engine.getRuntimeService().getVariable(own.getExecutionId(), "caseNumber");
        assertThatThrownBy(() -> tasks.complete(own.getId(), "applicant", Map.of())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tasks.completeFor(number, "hand-in-again", "evaluator")).isInstanceOf(Refusal.class);
        tasks.completeFor(number, "hand-in-again", "applicant");
        assertThatThrownBy(() -> tasks.completeFor(number, "hand-in-again", "applicant")).isInstanceOf(Refusal.class);
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(own.getProcessInstanceId()).count()).isZero();
    }

    @Test
    void nothingGoesAroundTheGate() {
        engine.getIdentityService().setAuthentication("evaluator", List.of("evaluator"));
        String id = task.getId();
        String execution = task.getExecutionId();
        Map<String, Object> forged = Map.of("judgeOutcome", "accepted");
        List<Consumer<ProcessEngine>> ways = List.of(
                any -> configuration().getCommandExecutorTxRequired().execute(new CompleteTaskCmd(id, null)),
                any -> any.getTaskService().resolveTask(id, forged), any -> any.getTaskService().delegateTask(id, "kin"),
                any -> any.getTaskService().setVariables(id, forged), any -> any.getTaskService().setVariablesLocal(id, forged),
                any -> any.getTaskService().removeVariable(id, "caseNumber"), any -> any.getTaskService().setOwner(id, "kin"),
                any -> any.getTaskService().addUserIdentityLink(id, "kin", "assignee"),
                any -> any.getTaskService().addCandidateUser(id, "kin"), any -> any.getTaskService().deleteCandidateGroup(id, "evaluator"),
                any -> any.getTaskService().handleBpmnError(id, "x"), any -> any.getTaskService().handleEscalation(id, "x"),
                any -> any.getTaskService().saveTask(any.getTaskService().createTaskQuery().taskId(id).singleResult()),
                any -> any.getTaskService().deleteTask(id), any -> any.getTaskService().newTask(),
                any -> any.getRuntimeService().signal(execution), any -> any.getRuntimeService().setVariables(execution, forged),
                any -> any.getRuntimeService().createProcessInstanceModification(task.getProcessInstanceId()).cancelAllForActivity("judge-work").execute());
        ways.forEach(way -> assertThatThrownBy(() -> way.accept(engine)).isInstanceOf(AuthorizationException.class)
                .hasMessageMatching("(?s).*\\p{IsHan}.*"));
        assertUntouched();
    }

    @Test
    void aJavaObjectNeverBecomesAVariable() {
        assertThatThrownBy(() -> engine.getRuntimeService().setVariable(task.getExecutionId(), "facts", Map.of("a", 1)))
                .hasMessageContaining("Java object");
        engine.getRuntimeService().setVariable(task.getExecutionId(), "facts", Variables.untypedValue(Map.of("a", 1), true));
        assertUntouched();
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private void assertUntouched() {
        engine.getIdentityService().clearAuthentication();
        Task now = taskService.createTaskQuery().taskId(task.getId()).singleResult();
        assertThat(now.getAssignee()).isEqualTo("evaluator");
        assertThat(jdbc.sql("select name_ from act_ru_variable where proc_inst_id_ = :id order by name_")
                .param("id", task.getProcessInstanceId()).query(String.class).list()).containsExactly("applicant", "caseNumber");
        assertThat(jdbc.sql("select count(*) from act_hi_op_log where task_id_ = :id and operation_type_ <> 'Claim'")
                .param("id", task.getId()).query(Integer.class).single()).isZero();
        assertThat(rows("act_ge_bytearray where deployment_id_ is null")).isZero();
        assertThat(judge.taken).isEqualTo(new ArrayList<>());
        assertThat(duties.done).isEmpty();
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
