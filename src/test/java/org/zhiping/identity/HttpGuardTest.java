package org.zhiping.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhiping.platform.process.gate.GateCases;
import org.zhiping.platform.process.gate.GateTest;
import org.zhiping.platform.process.gate.Http;

/** Every role against every kind of address; a door that is not named here stays shut. */
@GateTest
class HttpGuardTest {

    private static final Set<Role> TASK_PEOPLE = Set.copyOf(Arrays.stream(Role.values()).filter(Role::caseWork).toList());
    private static final Set<Role> WATCHING = Set.of(Role.MANAGER, Role.PROCESS_OWNER, Role.ADMINISTRATOR);

    @Autowired GateCases cases;
    @LocalServerPort int port;

    record Door(String method, String path, Set<Role> open) {
    }

    static List<Door> doors() {
        List<Door> doors = new ArrayList<>();
        for (String engine : List.of("/engine-rest", "/engine-rest/engine/default")) {
            doors.add(new Door("GET", engine + "/task", both(TASK_PEOPLE, WATCHING)));
            doors.add(new Door("POST", engine + "/task", both(TASK_PEOPLE, WATCHING)));
            doors.add(new Door("GET", engine + "/filter", both(TASK_PEOPLE, WATCHING)));
            doors.add(new Door("GET", engine + "/process-instance", WATCHING));
            doors.add(new Door("GET", engine + "/history/decision-instance", WATCHING));
            doors.add(new Door("GET", engine + "/deployment", WATCHING));
            doors.add(new Door("GET", engine + "/user", Set.of(Role.ADMINISTRATOR)));
            doors.add(new Door("GET", engine + "/authorization", Set.of(Role.ADMINISTRATOR)));
        }
        return doors;
    }

    @ParameterizedTest
    @MethodSource("doors")
    void aDoorIsOpenForItsRolesAlone(Door door) {
        for (Role role : Role.values()) {
            HttpResponse<String> answer = Http.as(port, role.id()).send(door.method(), door.path(), door.method().equals("POST") ? Map.of() : null);
            assertThat(answer.statusCode()).as(role + " " + door + answer.body()).isEqualTo(door.open().contains(role) ? 200 : 403);
        }
    }

    static Stream<String> shut() {
        return Stream.of("POST /task/create", "PUT /task/x", "DELETE /task/x", "POST /task/x/resolve", "POST /task/x/delegate",
                "POST /task/x/bpmnError", "POST /task/x/bpmnEscalation", "POST /task/x/identity-links", "PUT /task/x/variables/a",
                "POST /task/x/variables", "POST /task/x/localVariables", "POST /task/x/comment/create", "POST /task/x/attachment/create",
                "POST /process-definition/key/judging/start", "POST /process-definition/key/judging/submit-form",
                "DELETE /process-instance/x", "POST /process-instance/x/modification", "POST /process-instance/x/variables",
                "PUT /process-instance/x/variables/a", "PUT /process-instance/x/suspended", "POST /process-instance/delete",
                "POST /message", "POST /signal", "POST /condition", "POST /execution/x/signal", "POST /execution/x/localVariables",
                "POST /execution/x/messageSubscriptions/m/trigger", "POST /migration/execute", "POST /modification/execute",
                "POST /external-task/fetchAndLock", "DELETE /deployment/x", "POST /deployment/x/redeploy", "DELETE /history/process-instance/x",
                "POST /history/cleanup", "PUT /job/x/suspended", "PUT /job/x/duedate", "POST /job/retries", "POST /user/create", "DELETE /user/a",
                "PUT /user/a/credentials", "POST /group/create", "PUT /group/a/members/b", "POST /authorization/create", "DELETE /authorization/x",
                "POST /filter/create", "PUT /filter/x", "DELETE /filter/x", "POST /batch/x", "PUT /incident/x/annotation",
                "POST /telemetry/configuration", "POST /process-definition/x/restart", "DELETE /process-definition/x", "PUT /decision-definition/x/history-time-to-live");
    }

    @ParameterizedTest
    @MethodSource("shut")
    void whatNobodyMayDoIsForbiddenToEveryRole(String request) {
        String[] parts = request.split(" ");
        for (Role role : Role.values()) {
            HttpResponse<String> answer = Http.as(port, role.id()).send(parts[0], "/engine-rest" + parts[1], Map.of());
            assertThat(answer.statusCode()).as(role + " " + request).isEqualTo(403);
            assertThat(answer.body()).contains("没有权限");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/%74ask/ID/%72esolve", "/engine-rest/task//ID/resolve", "/engine-rest/task/ID/claim/../resolve",
            "/engine-rest/task/ID;x=claim/resolve", "/engine-rest/task/ID/claim%2F..%2Fresolve", "/engine-rest/task/ID/resolve/",
            "/engine-rest/./task/ID/resolve", "/engine-rest/engine/other/task/ID/resolve", "/engine-rest/engine/default/engine/default/task/ID/resolve",
            "/ENGINE-REST/task/ID/resolve", "/engine-rest/TASK/ID/resolve", "/engine-rest/task/ID/resolve?claim", "/engine-rest/task/ID/resolve%00"})
    void aForgedPathOpensNothing(String path) {
        Task task = cases.open();
        HttpResponse<String> answer = Http.as(port, "evaluator").send("POST", path.replace("ID", task.getId()), Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 401, 403, 404);
    }

    @Test
    void anApplicantReachesNothingOfTheEngine() {
        Http applicant = Http.as(port, "applicant");
        for (String path : List.of("/engine-rest", "/engine-rest/engine", "/engine-rest/version", "/engine-rest/task", "/engine-rest/user/applicant/profile")) {
            assertThat(applicant.get(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void withoutAPasswordOrWithAWrongOneNobodyGetsIn() {
        assertThat(new Http(port, null, null).get("/engine-rest/task").statusCode()).isEqualTo(401);
        HttpResponse<String> wrong = new Http(port, "approver", "wrong-password").get("/engine-rest/task");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(value -> assertThat(value).startsWith("Basic"));
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(new Http(port, "nobody-here", "wrong-password").get("/engine-rest/task").statusCode()).isEqualTo(401);
    }

    @Test
    void anUnknownAddressIsShut() {
        for (String path : List.of("/api/v2/secret", "/api", "/h2-console", "/actuator/env", "/camunda/api/admin/setup/default/user/create")) {
            HttpResponse<String> answer = Http.as(port, "administrator").get(path);
            assertThat(answer.statusCode()).as(path + answer.body()).isIn(302, 401, 403);
        }
    }

    @Test
    void tasksAreSeenByThoseTheyAreFor() {
        Task task = cases.open();
        assertThat(Http.as(port, "evaluator").get("/engine-rest/task/" + task.getId()).statusCode()).isEqualTo(200);
        assertThat(Http.as(port, "approver").get("/engine-rest/task/" + task.getId()).statusCode()).isEqualTo(404);
        assertThat(Http.as(port, "approver").get("/engine-rest/task/" + task.getId() + "/form-variables").statusCode()).isEqualTo(403);
        assertThat(Http.as(port, "manager").get("/engine-rest/task/" + task.getId()).statusCode()).isEqualTo(200);
    }

    /** The engine's language starts any program; the engine itself refuses it only in the outermost of several queries. */
    @ParameterizedTest
    @ValueSource(strings = {"assigneeExpression", "candidateGroupExpression", "dueBeforeExpression", "processInstanceBusinessKeyLikeExpression"})
    void noQueryRunsWhatSomebodyWrote(String field) {
        Http evaluator = Http.as(port, "evaluator");
        String filter = JsonPath.read(evaluator.get("/engine-rest/filter").body(), "$[0].id");
        Map<String, Object> query = Map.of(field, "${''.getClass().forName('java.lang.Runtime').toString()}");
        for (String path : List.of("/task", "/task/count", "/filter/" + filter + "/list", "/filter/" + filter + "/count")) {
            assertThat(evaluator.send("POST", "/engine-rest" + path, query).statusCode()).as(path).isEqualTo(400);
            HttpResponse<String> inner = evaluator.send("POST", "/engine-rest" + path, Map.of("orQueries", List.of(query)));
            assertThat(inner.statusCode()).as(path + inner.body()).isEqualTo(403);
        }
        assertThat(evaluator.send("POST", "/engine-rest/task", Map.of("orQueries", List.of(Map.of("assigneeExpression", "${currentUser()}")))).statusCode())
                .isEqualTo(200);
    }

    private static Set<Role> both(Set<Role> some, Set<Role> others) {
        return Stream.concat(some.stream(), others.stream()).collect(java.util.stream.Collectors.toSet());
    }
}
