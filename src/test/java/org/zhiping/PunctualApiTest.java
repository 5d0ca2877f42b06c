package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Round;
import org.zhiping.page.PageReader;
import org.zhiping.platform.WorkingDays;

/** Calendar, absences and handovers as programs of the staff use them: over HTTP, each with an account of their own. */
@ProductTest
class PunctualApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort private int port;
    @Autowired private ProcessEngine engine;
    @Autowired private CaseWalk walk;
    @Autowired private Accounts accounts;
    @Autowired private WorkingDays workingDays;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;
    @Autowired private WebApplicationContext product;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param code of the problem, where it is one */
    private record Answer(int status, JsonNode body, String code, String detail) {

        /** Field and code of each fault. */
        List<String> faults() {
            return StreamSupport.stream(body.path("errors").spliterator(), false)
                    .map(fault -> fault.path("field").asText() + " " + fault.path("code").asText()).toList();
        }
    }

    @BeforeEach
    void hire() {
        walk.hireStaff();
        hire("officer2", Role.ACCEPTANCE_OFFICER);
        hire("officer3", Role.ACCEPTANCE_OFFICER);
        hire("office-lead", Role.TEAM_LEAD, Role.ACCEPTANCE_OFFICER);
        hire("keeper", Role.ADMINISTRATOR);
        hire("modeller", Role.PROCESS_OWNER);
        jdbc.sql("update absence set ended_at = now(), ended_by = 'keeper' where ended_at is null").update();
    }

    private void hire(String id, Role... roles) {
        if (accounts.find(id).isEmpty()) {
            accounts.create(id, "工作人员 " + id, "", Set.of(roles), "Walk-the-case-1", "test");
        }
    }

    private Answer call(String account, String method, String path, Object body) throws Exception {
        return call(account, method, path, body instanceof String text ? text : body == null ? "" : JSON.writeValueAsString(body),
                body instanceof String ? "text/csv;charset=UTF-8" : "application/json", "zh-CN");
    }

    private Answer call(String account, String method, String path, String body, String type, String language) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/desk" + path))
                .header("Accept-Language", language).header("Content-Type", type)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (account != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString((account + ":Walk-the-case-1").getBytes(StandardCharsets.UTF_8)));
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        JsonNode read = answer.body().startsWith("{") || answer.body().startsWith("[") ? JSON.readTree(answer.body()) : JSON.createObjectNode();
        return new Answer(answer.statusCode(), read, read.path("code").asText(), read.path("detail").asText());
    }

    /** The refusal is told in Chinese and, asked in English, in English. */
    private void refused(int status, String code, String zh, String en, String account, String method, String path, Object body) throws Exception {
        Answer chinese = call(account, method, path, body);
        assertThat(chinese.status()).as(path + " " + chinese.body()).isEqualTo(status);
        assertThat(chinese.code()).isEqualTo(code);
        assertThat(chinese.detail()).contains(zh);
        Answer english = call(account, method, path, body instanceof String text ? text : body == null ? "" : JSON.writeValueAsString(body),
                body instanceof String ? "text/csv;charset=UTF-8" : "application/json", "en");
        assertThat(english.status()).isEqualTo(status);
        assertThat(english.detail()).contains(en).doesNotContainPattern("[\\u4e00-\\u9fff]");
    }

    private String atWork() {
        return walk.applyAtWork(walk.openRound("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A")), "LEVEL_4", "A");
    }

    private Task task(String number) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey("review-materials").singleResult();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Map<String, String> absence(String account, LocalDate from, LocalDate until, String deputy) {
        return Map.of("account", account, "from", from.toString(), "until", until.toString(), "deputy", deputy);
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Test
    void theCalendarIsReadByThoseWhoReckonWithItAndSetByItsKeepers() throws Exception {
        for (String reader : List.of("planner", "keeper", "manager1", "office-lead")) {
            assertThat(call(reader, "GET", "/calendar", null).status()).as(reader).isEqualTo(200);
            assertThat(call(reader, "GET", "/calendar/2026", null).body().toString()).contains("2026-10-01");
        }
        for (String other : List.of("officer", "evaluator1", "modeller")) {
            assertThat(call(other, "GET", "/calendar", null).status()).as(other).isEqualTo(403);
            assertThat(call(other, "GET", "/calendar/deadlines", null).status()).as(other).isEqualTo(403);
        }
        assertThat(call(null, "GET", "/calendar", null).status()).isEqualTo(401);
        for (String other : List.of("manager1", "office-lead", "officer")) {
            assertThat(call(other, "PUT", "/calendar/days/2027-03-06", Map.of("working", true, "note", "x")).status()).as(other).isEqualTo(403);
            assertThat(call(other, "DELETE", "/calendar/days/2026-10-01", null).status()).as(other).isEqualTo(403);
            assertThat(call(other, "PUT", "/calendar/2027?source=x", "2027-01-01,休,元旦").status()).as(other).isEqualTo(403);
            assertThat(call(other, "POST", "/calendar/deadlines", null).status()).as(other).isEqualTo(403);
        }
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 10, 1))).isFalse();
    }

    @Test
    void whatTheCalendarCannotTakeIsToldFieldByFieldAndChangesNothing() throws Exception {
        int recorded = rows("calendar_change");
        refused(400, "calendar-kind", "放假或上班", "holiday or work", "planner", "PUT", "/calendar/days/2029-03-03", Map.of("note", "补班"));
        refused(400, "calendar-note", "请填写说明", "Please say", "planner", "PUT", "/calendar/days/2029-03-03", Map.of("working", true));
        refused(400, "calendar-works-anyway", "本来就是工作日", "2029-03-05", "planner", "PUT", "/calendar/days/2029-03-05", Map.of("working", true, "note", "x"));
        refused(400, "calendar-year", "2000 至 2200", "2000", "planner", "PUT", "/calendar/days/1999-03-06", Map.of("working", true, "note", "x"));
        refused(400, "http-400", "“day”", "“day”", "planner", "PUT", "/calendar/days/2029-13-40", Map.of("working", true, "note", "x"));
        refused(400, "http-400", "“working”", "“working”", "planner", "PUT", "/calendar/days/2029-03-03", Map.of("working", "perhaps"));
        refused(409, "calendar-day-plain", "没有特别安排", "2029-03-03", "planner", "DELETE", "/calendar/days/2029-03-03", null);
        refused(400, "calendar-source", "依据", "notice", "planner", "PUT", "/calendar/2029", "2029-01-01,休,元旦");
        refused(400, "calendar-empty", "没有日期", "no day", "planner", "PUT", "/calendar/2029?source=n", null);
        Answer lines = call("planner", "PUT", "/calendar/2029?source=n", "日期,安排,说明\n2029-01-01,休,元旦\n2029-02-30,休\n2028-05-01,休\n2029-05-01,也许\n2029-01-01,休");
        assertThat(lines.status()).isEqualTo(400);
        assertThat(lines.faults()).containsExactly("file calendar-line-day", "file calendar-line-year", "file calendar-line-kind", "file calendar-line-twice");
        assertThat(lines.body().at("/errors/0/message").asText()).contains("第 3 行", "2029-02-30");
        assertThat(call("planner", "GET", "/calendar/2029", null).body()).isEmpty();
        assertThat(rows("calendar_change")).isEqualTo(recorded);
    }

    @Test
    void sayingTheSameTwiceIsRecordedOnceAndDeadlinesMoveOnce() throws Exception {
        String number = atWork();
        LocalDate due = day(task(number));
        LocalDate closed = workingDays.plus(today(), 1);
        int recorded = rows("calendar_change");
        for (int again = 0; again < 2; again++) {
            assertThat(call("planner", "PUT", "/calendar/days/" + closed, Map.of("working", false, "note", "停电")).status()).isEqualTo(204);
        }
        assertThat(rows("calendar_change")).isEqualTo(recorded + 1);
        assertThat(day(task(number))).as("nothing moves until somebody asks for it").isEqualTo(due);
        JsonNode moving = call("manager1", "GET", "/calendar/deadlines?most=5000", null).body();
        assertThat(moving.path("moves").findValuesAsText("number")).contains(number);
        assertThat(moving.path("count").asLong()).isEqualTo(moving.path("moves").size());
        assertThat(call("manager1", "GET", "/calendar/deadlines?most=1", null).body().at("/next/id").asText()).isNotEmpty();
        assertThat(call("planner", "POST", "/calendar/deadlines", null).body().path("moved").asInt()).isEqualTo(moving.path("count").asInt());
        assertThat(call("keeper", "POST", "/calendar/deadlines", null).body().path("moved").asInt()).isZero();
        assertThat(day(task(number))).isEqualTo(workingDays.plus(due, 1));
        assertThat(jdbc.sql("select count(*) from deadline_move where number = ?").param(number).query(Integer.class).single()).isOne();
        assertThat(call("planner", "DELETE", "/calendar/days/" + closed, null).status()).isEqualTo(204);
        assertThat(call("planner", "DELETE", "/calendar/days/" + closed, null).status()).isEqualTo(409);
        call("planner", "POST", "/calendar/deadlines", null);
        assertThat(day(task(number))).isEqualTo(due);

        String year = "2031-01-01,休,元旦\n2031-01-04,班,元旦\n";
        assertThat(call("keeper", "PUT", "/calendar/2031?source=a", year).body().path("added").asInt()).isEqualTo(2);
        recorded = rows("calendar_change");
        assertThat(call("keeper", "PUT", "/calendar/2031?source=a", year).body().toString()).isEqualTo("{\"added\":0,\"changed\":0,\"removed\":0}");
        assertThat(rows("calendar_change")).isEqualTo(recorded);
        assertThat(call("keeper", "PUT", "/calendar/2031?source=a", "2031-01-01,休,元旦节\n").body().toString()).isEqualTo("{\"added\":0,\"changed\":1,\"removed\":1}");
        assertThat(workingDays.isWorkingDay(LocalDate.of(2031, 1, 4))).isFalse();
    }

    private LocalDate day(Task task) {
        return LocalDate.ofInstant(task.getDueDate().toInstant(), clock.getZone());
    }

    @Test
    void anAbsenceIsEnteredByWhoMayAndToldWhatIsWrongWithIt() throws Exception {
        LocalDate today = today();
        assertThat(call(null, "GET", "/absences", null).status()).isEqualTo(401);
        assertThat(call("modeller", "GET", "/absences", null).status()).isEqualTo(403);
        refused(403, "absence-not-led", "本人或本组", "your own", "officer2", "POST", "/absences", absence("officer", today, today, "officer2"));
        refused(400, "absence-day", "请选择日期", "choose a day", "officer", "POST", "/absences", Map.of("account", "officer", "until", today.toString()));
        refused(400, "http-400", "“from”", "“from”", "officer", "POST", "/absences", Map.of("account", "officer", "from", "明天"));
        refused(400, "absence-person", "业务人员", "works on cases", "keeper", "POST", "/absences", absence("nobody", today, today, "officer"));
        refused(400, "absence-person", "业务人员", "works on cases", "officer", "POST", "/absences",
                Map.of("account", "officer", "from", today.toString(), "until", today.toString()));
        refused(400, "absence-deputy-role", "岗位相同", "same role", "officer", "POST", "/absences", absence("officer", today, today, "approver"));
        refused(400, "absence-from", "一年之内", "within a year", "officer", "POST", "/absences", absence("officer", today.minusDays(1), today, "officer2"));
        refused(400, "absence-until", "366", "366", "officer", "POST", "/absences", absence("officer", today, today.plusDays(400), "officer2"));
        assertThat(call("keeper", "GET", "/absences", null).body()).isEmpty();

        Answer entered = call("office-lead", "POST", "/absences", absence("officer", today, today.plusDays(2), "officer2"));
        assertThat(entered.status()).isEqualTo(201);
        refused(400, "absence-overlaps", "已登记", "already", "officer", "POST", "/absences", absence("officer", today, today.plusDays(2), "officer2"));
        refused(400, "absence-circle", "请另选代理人", "another deputy", "officer2", "POST", "/absences", absence("officer2", today, today, "officer"));
        for (String reader : List.of("officer", "officer2", "office-lead", "keeper")) {
            assertThat(call(reader, "GET", "/absences", null).body()).as(reader).hasSize(1);
        }
        assertThat(call("approver", "GET", "/absences", null).body()).isEmpty();

        String path = "/absences/" + entered.body().path("id").asLong();
        refused(403, "absence-not-led", "本人或本组", "your own", "officer2", "DELETE", path, null);
        assertThat(call("officer", "DELETE", path, null).status()).isEqualTo(204);
        refused(404, "absence-unknown", "没有这条", "no such absence", "officer", "DELETE", path, null);
        refused(400, "http-400", "“id”", "“id”", "officer", "DELETE", "/absences/first", null);
    }

    @Test
    void aDeputyTakesOverFromTheFirstDayToTheEndOfTheAbsenceAndNotWhereTheyAreBarred() throws Exception {
        String number = atWork();
        String related = atWork();
        walk.claim("officer", number, "review-materials");
        walk.claim("officer", related, "review-materials");
        jdbc.sql("""
                insert into relation (account_id, kind, case_number, reason, declared_by, declared_at)
                values ('officer2', 'RECUSAL', :number, '亲属', 'officer2', now())""").param("number", related).update();
        String takeOver = "/tasks/" + task(number).getId() + "/take-over";
        LocalDate today = today();
        refused(404, "task-not-open", "任务", "task", "officer2", "POST", "/tasks/nothing/take-over", null);
        Answer later = call("officer", "POST", "/absences", absence("officer", today.plusDays(1), today.plusDays(2), "officer2"));
        refused(403, "not-deputy", "不是您现在代理", "stand in now", "officer2", "POST", takeOver, null);
        call("officer", "DELETE", "/absences/" + later.body().path("id").asLong(), null);

        Answer now = call("officer", "POST", "/absences", absence("officer", today, today.plusDays(2), "officer2"));
        call("officer2", "POST", "/absences", absence("officer2", today, today, "officer3"));
        assertThat(call("officer2", "POST", takeOver, null).status()).as("away too: theirs stands in").isEqualTo(403);
        assertThat(call("officer3", "POST", takeOver, null).status()).isEqualTo(204);
        assertThat(task(number).getAssignee()).isEqualTo("officer3");
        assertThat(call("officer3", "POST", takeOver, null).status()).as("they have it already").isEqualTo(204);
        assertThat(jdbc.sql("select count(*) from handover_task where number = ?").param(number).query(Integer.class).single()).isOne();

        jdbc.sql("update absence set ended_at = now(), ended_by = 'keeper' where account = 'officer2'").update();
        Answer barred = call("officer2", "POST", "/tasks/" + task(related).getId() + "/take-over", null);
        assertThat(barred.status()).isIn(403, 409);
        assertThat(barred.detail()).contains("回避");
        assertThat(task(related).getAssignee()).isEqualTo("officer");
        call("officer", "DELETE", "/absences/" + now.body().path("id").asLong(), null);
        assertThat(call("officer2", "POST", "/tasks/" + task(related).getId() + "/take-over", null).code()).as("ended early").isEqualTo("not-deputy");
    }

    /** An account that invigilates, scores and stands in, and leads a role alone, leaves while an exam is planned. */
    @Test
    void whatComesLaterIsListedWithWhatToDoAndDutiesInSessionsGoWithTheHandover() throws Exception {
        hire("planned", Role.INVIGILATOR, Role.EVALUATOR, Role.CERTIFICATE_OFFICER, Role.TEAM_LEAD);
        hire("relief", Role.INVIGILATOR, Role.EVALUATOR);
        hire("reader", Role.EVALUATOR);
        Round round = walk.openRound("independent-operator", "undated", List.of("JUNIOR"), List.of());
        String number = walk.applyAsStudent(round);
        walk.review(number, "accepted", null);
        String session = walk.openSession(round, "JUNIOR", null, "THEORY");
        walk.finish("planner", session, "plan-session", shown -> Map.of("startsAt", clock.instant().plusSeconds(86_400).toString(), "minutes", 120,
                "room", "101 考场", "capacity", 30, "invigilators", List.of("planned"), "scorers", List.of("planned"), "candidates", List.of(number)));
        call("reader", "POST", "/absences", absence("reader", today().plusDays(3), today().plusDays(4), "planned"));
        String returned = atWork();
        hire("leaver-officer", Role.ACCEPTANCE_OFFICER);
        walk.review("leaver-officer", returned, "returned", "身份证复印件不清晰");
        assertThat(call("keeper", "GET", "/handover/leaver-officer/duties", null).body().findValuesAsText("kind")).containsExactly("RETURNED");

        assertThat(call("officer2", "GET", "/handover/planned/duties", null).status()).isEqualTo(403);
        assertThat(call("office-lead", "GET", "/handover/planned/duties", null).status()).isEqualTo(403);
        JsonNode duties = call("keeper", "GET", "/handover/planned/duties", null).body();
        assertThat(duties.findValuesAsText("kind")).contains("INVIGILATES", "SCORES", "STANDS_IN", "LEADS").doesNotContain("RETURNED", "ON_PANEL");
        assertThat(new PageReader(product).as("keeper", get("/desk/handover/planned")).getContentAsString())
                .contains("监考", "考后评分", "请假代理人", "岗位的唯一组长", "/desk/sessions/" + session, "另选代理人");

        assertThat(call("keeper", "POST", "/handover/planned?to=officer2", null).body()).isEmpty();
        assertThat(call("keeper", "GET", "/handover/planned/duties", null).body().findValuesAsText("kind")).as("officer2 has neither role").contains("INVIGILATES", "SCORES");
        call("keeper", "POST", "/handover/planned?to=relief", null);
        assertThat(call("keeper", "GET", "/handover/planned/duties", null).body().findValuesAsText("kind")).doesNotContain("INVIGILATES", "SCORES");
        assertThat(jdbc.sql("select count(*) from notice where account = 'relief' and number = ?").param(session).query(Integer.class).single()).isOne();
        walk.finish("relief", session, "record-attendance", shown -> Map.of("candidates",
                walk.filled(shown, "candidates", Map.of("attendance", "present"))));
        walk.enterScores(session, "relief", Map.of(number, 70));
        walk.verify(session, "verified", null);
    }

    @Test
    void aHandoverIsLookedAtAndDoneByAdministratorOrLead() throws Exception {
        hire("goer", Role.ACCEPTANCE_OFFICER);
        String number = atWork();
        String related = atWork();
        walk.claim("goer", number, "review-materials");
        walk.claim("goer", related, "review-materials");
        jdbc.sql("""
                insert into relation (account_id, kind, case_number, reason, declared_by, declared_at)
                values ('officer3', 'RECUSAL', :number, '亲属', 'officer3', now())""").param("number", related).update();
        assertThat(call(null, "GET", "/handover/goer", null).status()).isEqualTo(401);
        assertThat(call("officer2", "POST", "/handover/goer", null).status()).isEqualTo(403);
        refused(404, "account-unknown", "没有账号", "no account", "keeper", "GET", "/handover/nobody", null);
        refused(403, "handover-not-led", "组长", "leads", "office-lead", "GET", "/handover/approver", null);
        refused(403, "handover-not-led", "本人", "their own", "office-lead", "POST", "/handover/office-lead", null);
        refused(400, "handover-to", "另一人员", "another member", "keeper", "GET", "/handover/goer?to=nobody", null);
        refused(400, "handover-to", "另一人员", "another member", "keeper", "POST", "/handover/goer?to=goer", null);
        refused(400, "http-400", "“close”", "“close”", "keeper", "POST", "/handover/goer?close=perhaps", null);

        JsonNode preview = call("office-lead", "GET", "/handover/goer?to=officer3", null).body();
        assertThat(preview.findValuesAsText("number")).containsExactlyInAnyOrder(number, related);
        assertThat(task(number).getAssignee()).isEqualTo("goer");
        JsonNode stayed = call("keeper", "POST", "/handover/goer?to=officer3&close=true", null).body();
        assertThat(stayed.findValuesAsText("number")).containsExactly(related);
        assertThat(stayed.findValuesAsText("reason").get(0)).contains("回避");
        assertThat(jdbc.sql("select role from case_record where case_number = ? and kind = 'task-assigned' and actor = 'keeper'").param(number).query(String.class).single())
                .isEqualTo("administrator");
        assertThat(task(number).getAssignee()).isEqualTo("officer3");
        assertThat(accounts.find("goer").orElseThrow().enabled()).isFalse();
        assertThat(call("goer", "GET", "/absences", null).status()).isEqualTo(401);

        assertThat(call("keeper", "POST", "/handover/goer?to=officer2", null).body()).as("what stayed goes to somebody else").isEmpty();
        assertThat(task(related).getAssignee()).isEqualTo("officer2");
        int acts = rows("handover");
        assertThat(call("keeper", "POST", "/handover/goer?to=officer2", null).body()).isEmpty();
        assertThat(rows("handover")).as("nothing left, nothing done").isEqualTo(acts);
    }
}
