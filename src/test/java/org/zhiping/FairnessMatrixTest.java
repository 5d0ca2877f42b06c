package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.casework.Handover;
import org.zhiping.exam.ScoreSheets;
import org.zhiping.exam.Sessions;
import org.zhiping.identity.Absences;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Browser;
import org.zhiping.identity.Role;
import org.zhiping.intake.Round;
import org.zhiping.page.PageReader;
import org.zhiping.platform.BusinessKey;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.DecisionTables;
import org.zhiping.platform.process.Tasks;
import org.zhiping.record.CaseRecords;

/**
 * Every row of the table refuses every task that it names on every path on which somebody could come to do it, for the same reason, and
 * lets the claim pass once the row is gone, and the record of the case says that it was refused. The rows are read from the table: one that rests on something that nobody brings about here,
 * or on a task that is not open here, fails.
 */
@ProductTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FairnessMatrixTest {

    private static final Path TABLE = Path.of("dmn/separation-of-duties.dmn");
    private static final String TASK = "input-task";
    private static final String APPLICANT = "input-isApplicant";
    /** No column of its own: what is known of the member of staff is held against the applicant. */
    private static final String DOCUMENT = "document";
    private static final String KIN = "kin";
    private static final String COLLEAGUE = "colleague";
    private static final String LEAD = "lead-of-all";
    private static final String PASSWORD = "Walk-the-case-1";
    /** Nobody claims these: their person was chosen. */
    private static final Set<String> PERSONAL = Set.of("enter-scores", "score-candidate", "confirm-minutes");
    /** There are no candidates before it is done. */
    private static final String PLANNING = "plan-session";

    /**
     * A row as the table has it.
     *
     * @param facts cell by column
     */
    record Row(String id, List<String> tasks, Map<String, String> facts, String reason) {

        @Override
        public String toString() {
            return facts.containsKey(DOCUMENT) ? id + " by document" : id;
        }
    }

    /** What must be so between a person and a case for a cell to hold. */
    interface Fact {
        void bringAbout(String caseNumber, String task);
    }

    /** One way to come to do a task. @return what was answered, and where the refusal is an exception, its words */
    interface Way {
        String tried() throws Exception;
    }

    @Autowired ProcessEngine engine;
    @Autowired CaseWalk walk;
    @Autowired Accounts accounts;
    @Autowired Absences absences;
    @Autowired Handover handover;
    @Autowired Tasks tasks;
    @Autowired Sessions sessions;
    @Autowired ScoreSheets sheets;
    @Autowired Texts texts;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @Autowired DecisionTables tables;
    @Autowired CaseRecords records;
    @Autowired TestRestTemplate http;
    @Autowired WebApplicationContext product;
    @Autowired ObjectMapper json;
    @LocalServerPort int port;

    private final Map<String, Fact> facts = Map.ofEntries(
            Map.entry(APPLICANT, (Fact) (caseNumber, task) -> applicant(caseNumber, KIN)), Map.entry(DOCUMENT, (Fact) this::documented),
            Map.entry("input-recused", related("RECUSAL")), Map.entry("input-teacher", related("TEACHER")),
            Map.entry("input-relative", related("RELATIVE")), Map.entry("input-sameEmployer", related("SAME_EMPLOYER")),
            Map.entry("input-yearsSinceTaught", related("TAUGHT_COURSE")), Map.entry("input-otherInterest", related("OTHER")),
            Map.entry("input-didReview", did("review-materials")), Map.entry("input-didGiveOpinion", did("give-evaluator-opinion")),
            Map.entry("input-didScore", did("enter-scores")), Map.entry("input-didVerify", did("verify-scores")),
            Map.entry("input-didApprove", did("approve-result")), Map.entry("input-didAnswer", did("answer-approver")),
            Map.entry("input-actVoided", (Fact) this::voided));
    /** Case or session by the task that is open in it. */
    private final Map<String, String> stage = new HashMap<>();
    private final Map<String, String> stageOfColleague = new HashMap<>();
    private PageReader reader;
    private Browser browserOfKin;
    private Browser browserOfLead;
    private Round round;
    private String yetToPlan;

    static List<Row> rows() {
        DecisionTable table = Dmn.readModelFromFile(TABLE.toFile()).getModelElementsByType(DecisionTable.class).iterator().next();
        List<Input> columns = List.copyOf(table.getInputs());
        return table.getRules().stream().map(rule -> row(rule, columns)).flatMap(row -> Stream.concat(Stream.of(row), byDocument(row))).toList();
    }

    /** Who applies may have begun with another account: the document of the member of staff says that it is them. */
    private static Stream<Row> byDocument(Row row) {
        return row.facts().keySet().equals(Set.of(APPLICANT)) ? Stream.of(new Row(row.id(), row.tasks(), Map.of(DOCUMENT, "true"), row.reason())) : Stream.empty();
    }

    private static Row row(Rule rule, List<Input> columns) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int n = 0; n < columns.size(); n++) {
            String cell = List.copyOf(rule.getInputEntries()).get(n).getTextContent().strip();
            if (!cell.isEmpty()) {
                cells.put(columns.get(n).getId(), cell);
            }
        }
        String named = cells.remove(TASK);
        Input tasks = columns.stream().filter(column -> column.getId().equals(TASK)).findFirst().orElseThrow();
        return new Row(rule.getId(), strings(named == null ? tasks.getInputValues().getTextContent() : named), cells,
                strings(rule.getOutputEntries().iterator().next().getTextContent()).get(0));
    }

    private static List<String> strings(String feel) {
        return Arrays.stream(feel.split(",")).map(one -> one.strip().replace("\"", "")).toList();
    }

    @BeforeAll
    void openEveryTask() {
        walk.hireStaff();
        Set<Role> all = Stream.of(Role.values()).filter(Role::caseWork).filter(role -> role != Role.TEAM_LEAD).collect(Collectors.toSet());
        accounts.create(KIN, "某人", "", all, PASSWORD, "test");
        accounts.create(COLLEAGUE, "同事", "", all, PASSWORD, "test");
        all.add(Role.TEAM_LEAD);
        accounts.create(LEAD, "组长", "", all, PASSWORD, "test");
        absences.enter(COLLEAGUE, LocalDate.now(clock), LocalDate.now(clock).plusDays(1), KIN, COLLEAGUE);
        reader = new PageReader(product);
        browserOfKin = new Browser(port);
        browserOfKin.signIn(KIN, PASSWORD);
        browserOfLead = new Browser(port);
        browserOfLead.signIn(LEAD, PASSWORD);
        round = walk.openRound("independent-operator", "undated", List.of("JUNIOR"), List.of());
        inReview();
        inSessions();
        inPanelsAndAfter();
    }

    private void inReview() {
        stage.put("review-materials", walk.applyAsStudent(round));
        stage.put("give-evaluator-opinion", walk.applyAsStudent(round));
        walk.review(stage.get("give-evaluator-opinion"), "escalated", "学历须进一步判断");
    }

    private void inSessions() {
        stage.put("record-attendance", planned("evaluator1"));
        stage.put("enter-scores", attended(KIN));
        stageOfColleague.put("enter-scores", attended(COLLEAGUE));
        stage.put("verify-scores", attended("evaluator1"));
        String verified = stage.get("verify-scores");
        walk.enterScores(verified, "evaluator1", Map.of(sessions.candidates(verified).get(0).caseNumber(), 80));
        yetToPlan = accepted();
        stage.put(PLANNING, walk.openSession(round, "JUNIOR", null, "THEORY"));
    }

    private String accepted() {
        String caseNumber = walk.applyAsStudent(round);
        walk.review(caseNumber, "accepted", null);
        return caseNumber;
    }

    private String planned(String scorer, String... cases) {
        String session = walk.openSession(round, "JUNIOR", null, "THEORY");
        walk.plan(session, List.of(scorer), cases.length == 0 ? List.of(accepted()) : List.of(cases));
        return session;
    }

    private String attended(String scorer, String... cases) {
        String session = planned(scorer, cases);
        walk.recordAttendance(session, Map.of());
        return session;
    }

    private void inPanelsAndAfter() {
        String[] cases = Stream.generate(this::accepted).limit(6).toArray(String[]::new);
        String session = attended("evaluator1", cases);
        walk.enterScores(session, "evaluator1", Stream.of(cases).collect(Collectors.toMap(one -> one, one -> 80)));
        walk.verify(session, "verified", null);
        stage.put("appoint-panel", cases[0]);
        stage.put("score-candidate", appointed(cases[1], "member1", KIN, "member2"));
        stageOfColleague.put("score-candidate", appointed(cases[2], "member1", COLLEAGUE, "member2"));
        stage.put("confirm-minutes", scored(cases[3], KIN, "member1", "member2"));
        stage.put("approve-result", concluded(cases[4]));
        stage.put("answer-approver", concluded(cases[5]));
        walk.approve(cases[5], "sent-back", "请说明评分依据");
    }

    private String appointed(String caseNumber, String... members) {
        walk.finish("planner", caseNumber, "appoint-panel", shown -> panelOf(members));
        return caseNumber;
    }

    private static Map<String, Object> panelOf(String... members) {
        return Map.of("members", List.of(members), "chair", members[0], "heldAt", "2099-01-01T09:00:00Z", "minutes", 30, "place", "评审室");
    }

    private String scored(String caseNumber, String... members) {
        appointed(caseNumber, members);
        List.of(members).forEach(member ->
                walk.finish(member, caseNumber, "score-candidate", shown -> Map.of("score", 71.25, "opinion", "方案可行")));
        return caseNumber;
    }

    private String concluded(String caseNumber) {
        scored(caseNumber, "member1", "member2", "member3");
        walk.finish("member1", caseNumber, "confirm-minutes", shown -> Map.of("minutes", "意见一致", "confirmed", true));
        return caseNumber;
    }

    @Test
    void everyTaskOfTheTableIsOpenHereAndEveryColumnCanBeBroughtAbout() {
        DecisionTable table = Dmn.readModelFromFile(TABLE.toFile()).getModelElementsByType(DecisionTable.class).iterator().next();
        assertThat(rows().stream().flatMap(row -> row.tasks().stream()).distinct().toList()).containsExactlyInAnyOrderElementsOf(stage.keySet());
        assertThat(table.getInputs().stream().map(Input::getId).filter(id -> !id.equals(TASK)).toList())
                .containsExactlyInAnyOrderElementsOf(facts.keySet().stream().filter(fact -> !fact.equals(DOCUMENT)).toList());
        stage.forEach((task, number) -> assertThat(open(task, number)).as(task).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theSameActIsRefusedOnEveryPathForTheSameReasonAndPassesOnceTheRowIsGone(Row row) throws Exception {
        for (String task : row.tasks()) {
            String number = stage.get(task);
            assertThat(number).as("nothing here has the task %s of %s open", task, row).isNotNull();
            if (PERSONAL.contains(task)) {
                between(row, task, caseOf(task, number), () -> personal(row, task, number));
            } else if (task.equals(PLANNING)) {
                planning(row, number);
            } else {
                ofARole(row, task, number);
            }
        }
        elsewhere(row);
    }

    /** A task of a role: offered, held by a colleague, held by the person before the reason came up. */
    private void ofARole(Row row, String task, String number) throws Exception {
        String id = open(task, number);
        String words = words(row, caseOf(task, number));
        between(row, task, caseOf(task, number), () -> {
            offered(id, number).forEach((name, way) -> refused(row, task, name, way, words, id, null));
            assertThat(next(task)).as("the next task is not %s of %s", task, row).contains(texts.of(Locale.SIMPLIFIED_CHINESE, "worklist.next.barred"));
            assertThat(assignee(id)).isNull();
            tasks.claim(id, COLLEAGUE);
            ofColleague(id).forEach((name, way) -> refused(row, task, name, way, words, id, COLLEAGUE));
            tasks.unclaim(id, COLLEAGUE);
            withoutTheRow(row, () -> assertThat(rest(KIN, "/engine-rest/task/" + id + "/claim", Map.of("userId", KIN))).as("%s without %s", task, row).isEmpty());
            assertThat(assignee(id)).isEqualTo(KIN);
            completing(id, Map.of()).forEach((name, way) -> refused(row, task, name, way, words, id, KIN));
            tasks.unclaim(id, KIN);
        });
    }

    private Map<String, Way> offered(String id, String number) {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("claim over REST", () -> rest(KIN, "/engine-rest/task/" + id + "/claim", Map.of("userId", KIN)));
        ways.put("assign to oneself over REST", () -> rest(KIN, "/engine-rest/task/" + id + "/assignee", Map.of("userId", KIN)));
        ways.put("claim in Tasklist", () -> browserOfKin.tasklist("/task/" + id + "/claim", written(Map.of("userId", KIN))).body());
        ways.put("assign to oneself in Tasklist", () -> browserOfKin.tasklist("/task/" + id + "/assignee", written(Map.of("userId", KIN))).body());
        ways.put("claim at the desk", () -> page(KIN, post("/desk/tasks/" + id + "/claim")));
        ways.put("claim many at the desk", () -> worklist(browserOfKin, "claim", Map.of("task", id)));
        ways.put("claim many over REST", () -> rest(KIN, "/api/desk/worklist/claim", Map.of("tasks", List.of(id))));
        ways.put("claim through the port", () -> texts.of(refusalOf(() -> tasks.claim(id, KIN))));
        byTheLead(ways, id, number);
        return ways;
    }

    private void byTheLead(Map<String, Way> ways, String id, String number) {
        ways.put("assigned by a lead over REST", () -> rest(LEAD, "/engine-rest/task/" + id + "/assignee", Map.of("userId", KIN)));
        ways.put("assigned by a lead in Tasklist", () -> browserOfLead.tasklist("/task/" + id + "/assignee", written(Map.of("userId", KIN))).body());
        ways.put("many assigned by a lead", () -> rest(LEAD, "/api/desk/worklist/assign", Map.of("tasks", List.of(id), "to", KIN)));
        ways.put("many assigned by a lead at the desk", () -> worklist(browserOfLead, "assign", Map.of("task", id, "to", KIN)));
        ways.put("assigned by a lead who was told it is late", () -> page(LEAD, post("/desk/assign/" + number).param("task", id).param("to", KIN)));
    }

    private Map<String, Way> ofColleague(String id) {
        Map<String, Way> ways = new LinkedHashMap<>();
        byTheLead(ways, id, tasks.find(id).orElseThrow().businessKey());
        ways.put("taken over for who is away", () -> page(KIN, post("/desk/absences/tasks/" + id + "/take-over")));
        ways.put("many claimed for who is away", () -> rest(KIN, "/api/desk/worklist/claim", Map.of("tasks", List.of(id))));
        ways.put("handed over", () -> handedOver(id));
        return ways;
    }

    private String handedOver(String id) {
        Refusal against = handover.preview(COLLEAGUE, KIN, LEAD).stream().filter(line -> line.task().id().equals(id)).findFirst().orElseThrow().against();
        return against == null ? "moved" : texts.of(against);
    }

    private Map<String, Way> completing(String id, Map<String, Object> values) {
        Map<String, Object> submitted = new HashMap<>();
        values.forEach((name, value) -> submitted.put(name, value instanceof Collection ? Map.of("value", written(value), "type", "Json") : Map.of("value", value)));
        String form = written(Map.of("variables", submitted));
        Map<String, Way> ways = new LinkedHashMap<>();
        for (String act : List.of("/complete", "/submit-form")) {
            ways.put(act + " over REST", () -> rest(KIN, "/engine-rest/task/" + id + act, Map.of("variables", submitted)));
            ways.put(act + " in Tasklist", () -> browserOfKin.tasklist("/task/" + id + act, form).body());
        }
        ways.put("complete at the desk", () -> page(KIN, post("/desk/tasks/" + id + "/complete").contentType(MediaType.APPLICATION_JSON).content(written(values))));
        ways.put("complete through the port", () -> texts.of(refusalOf(() -> tasks.complete(id, KIN, values))));
        return ways;
    }

    /** A task whose person was chosen before the reason came up. */
    private void personal(Row row, String task, String number) throws Exception {
        String id = open(task, number);
        String caseNumber = caseOf(task, number);
        String words = words(row, caseNumber);
        completing(id, Map.of()).forEach((name, way) -> refused(row, task, name, way, words, id, KIN));
        if (task.equals("enter-scores")) {
            refused(row, task, "scores over REST", () -> exchange(KIN, HttpMethod.PUT, "/api/desk/sessions/" + number + "/scores",
                    Map.of("scores", List.of(Map.of("caseNumber", caseNumber, "score", "70")))), words, id, KIN);
            refused(row, task, "scores at the desk", () -> page(KIN, post("/desk/sessions/" + number + "/scores").param(caseNumber, "70").param("act", "save")),
                    words, id, KIN);
            assertThat(sheets.of(number, KIN).marks()).isEmpty();
            withoutTheRow(row, () -> sheets.enter(number, KIN, Map.of(caseNumber, 70)));
            jdbc.sql("delete from score where session_number = :session").param("session", number).update();
        }
    }

    /** A session that would be planned with a candidate whom the planner must keep out of the case of. */
    private void planning(Row row, String session) throws Exception {
        String id = open(PLANNING, session);
        tasks.claim(id, KIN);
        between(row, PLANNING, yetToPlan, () -> completing(id, sessionOf("invigilator1", "evaluator1"))
                .forEach((name, way) -> refused(row, PLANNING, name, way, words(row, yetToPlan), id, KIN)));
        tasks.unclaim(id, KIN);
    }

    private Map<String, Object> sessionOf(String invigilator, String scorer) {
        return Map.of("startsAt", clock.instant().plus(Duration.ofDays(1)).toString(), "minutes", 120, "room", "101 考场", "capacity", 30,
                "invigilators", List.of(invigilator, "invigilator2"), "scorers", List.of(scorer), "candidates", List.of(yetToPlan));
    }

    /** Chosen by somebody else: for a session, for a panel, in the place of a colleague. */
    private void elsewhere(Row row) throws Exception {
        if (row.tasks().contains("record-attendance")) {
            chosen(row, "record-attendance", yetToPlan, PLANNING, sessionOf(KIN, "evaluator1"));
        }
        if (row.tasks().contains("enter-scores")) {
            chosen(row, "enter-scores", yetToPlan, PLANNING, sessionOf("invigilator1", KIN));
            String session = stageOfColleague.get("enter-scores");
            String id = open("enter-scores", session);
            String caseNumber = caseOf("enter-scores", session);
            between(row, "enter-scores", caseNumber, () -> {
                inThePlaceOfAColleague(row, "enter-scores", id, caseNumber);
                Map<String, String> wish = Map.of("leaving", COLLEAGUE, "successor", KIN, "reason", "接替评分");
                refused(row, "enter-scores", "scorer replaced over REST", () -> rest("planner", "/api/desk/sessions/" + session + "/scorers", wish),
                        words(row, caseNumber), id, COLLEAGUE);
                refused(row, "enter-scores", "scorer replaced at the desk", () -> page("planner", post("/desk/sessions/" + session + "/scorers")
                        .param("leaving", COLLEAGUE).param("successor", KIN).param("reason", "接替评分")), words(row, caseNumber), id, COLLEAGUE);
            });
        }
        if (row.tasks().contains("score-candidate")) {
            chosen(row, "score-candidate", stage.get("appoint-panel"), "appoint-panel", panelOf("member1", "member2", KIN));
            String caseNumber = stageOfColleague.get("score-candidate");
            String id = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey("score-candidate")
                    .taskAssignee(COLLEAGUE).singleResult().getId();
            between(row, "score-candidate", caseNumber, () -> inThePlaceOfAColleague(row, "score-candidate", id, caseNumber));
        }
    }

    private void inThePlaceOfAColleague(Row row, String task, String id, String caseNumber) {
        refused(row, task, "taken over for who is away", () -> page(KIN, post("/desk/absences/tasks/" + id + "/take-over")), words(row, caseNumber), id, COLLEAGUE);
        refused(row, task, "handed over", () -> handedOver(id), words(row, caseNumber), id, COLLEAGUE);
    }

    private void chosen(Row row, String task, String caseNumber, String choosing, Map<String, Object> values) throws Exception {
        String id = open(choosing, stage.get(choosing));
        tasks.claim(id, "planner");
        between(row, task, caseNumber, () -> refused(row, task, "chosen in " + choosing,
                () -> texts.of(refusalOf(() -> tasks.complete(id, "planner", values))), words(row, caseNumber), id, "planner"));
        tasks.unclaim(id, "planner");
    }

    private void refused(Row row, String task, String name, Way way, String words, String id, String holder) {
        assertThat(tried(way)).as("%s: %s, %s", row, task, name).contains(words);
        assertThat(assignee(id)).as("%s: who has %s after %s", row, task, name).isEqualTo(holder);
    }

    private static String tried(Way way) {
        try {
            return way.tried();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Refusal refusalOf(Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            return refusal;
        }
        throw new AssertionError("nothing was refused");
    }

    /** Asks for the next task of this step, for which there is but the one. */
    private String next(String task) {
        assertThat(rest(KIN, "/api/desk/worklist/next", Map.of("round", round.number(), "step", task))).isEmpty();
        browserOfKin.post("/desk/worklist", "/desk/worklist/filter", Map.of("round", round.number(), "step", task));
        return worklist(browserOfKin, "next", Map.of());
    }

    private static String worklist(Browser browser, String act, Map<String, String> fields) {
        browser.post("/desk/worklist", "/desk/worklist/" + act, fields);
        return browser.get("/desk/worklist?view=waiting").body();
    }

    /** As it is told to the person and to others: without the beginning that names them. */
    private String words(Row row, String caseNumber) {
        String known = texts.orElse(Locale.SIMPLIFIED_CHINESE, "refusal." + row.reason(), null);
        return texts.of(Locale.SIMPLIFIED_CHINESE, known == null ? "refusal.duty-by-table" : "refusal." + row.reason(), caseNumber, "", row.reason());
    }

    private interface Act {
        void done() throws Exception;
    }

    private void withoutTheRow(Row row, Act act) throws Exception {
        String table = Files.readString(TABLE);
        String less = table.replaceFirst("(?s)<rule id=\"" + row.id() + "\">.*?</rule>", "");
        assertThat(less).isNotEqualTo(table);
        String deployment = tables.deploy("without " + row.id(), Map.of("dmn/separation-of-duties.dmn", less.getBytes(StandardCharsets.UTF_8)));
        try {
            act.done();
        } finally {
            tables.withdraw(deployment);
        }
    }

    /** While the row holds between the person and this case. */
    private void between(Row row, String task, String caseNumber, Act act) throws Exception {
        String applicant = jdbc.sql("select applicant from application where case_number = :case").param("case", caseNumber).query(String.class).single();
        row.facts().forEach((column, cell) -> {
            assertThat(facts).as("nothing here brings about %s, which %s rests on", column, row).containsKey(column);
            assertThat(cell).as("what %s asks of %s", row, column).isIn("true", ">= 0");
            facts.get(column).bringAbout(caseNumber, task);
        });
        try {
            act.done();
            assertThat(records.of(caseNumber)).as("the record of a case in which %s was refused %s", row, task)
                    .anySatisfy(entry -> assertThat(entry.details()).containsEntry("task", task).containsEntry("refusal", row.reason()));
        } finally {
            applicant(caseNumber, applicant);
            jdbc.sql("delete from relation where account_id = :kin").param("kin", KIN).update();
            jdbc.sql("delete from duty where account_id = :kin and session_number = 'brought about'").param("kin", KIN).update();
            jdbc.sql("delete from voided_act where account_id = :kin").param("kin", KIN).update();
            jdbc.sql("delete from staff_document where account_id = :kin").param("kin", KIN).update();
        }
    }

    private void applicant(String caseNumber, String account) {
        jdbc.sql("update application set applicant = :account where case_number = :case").param("account", account).param("case", caseNumber).update();
    }

    private void documented(String caseNumber, String task) {
        jdbc.sql("""
                insert into staff_document (account_id, id_type, id_number, person_fingerprint, recorded_by, recorded_at)
                select :kin, 'RESIDENT_ID', '', person_fingerprint, :kin, now() from application where case_number = :case
                """).param("kin", KIN).param("case", caseNumber).update();
    }

    private Fact related(String kind) {
        return (caseNumber, task) -> jdbc.sql("""
                insert into relation (account_id, kind, case_number, person_fingerprint, reason, declared_by, declared_at)
                select :kin, :kind, case when :kind = 'RECUSAL' then case_number end, case when :kind <> 'RECUSAL' then person_fingerprint end,
                    '须回避', :kin, now() from application where case_number = :case
                """).param("kin", KIN).param("kind", kind).param("case", caseNumber).update();
    }

    private Fact did(String done) {
        return (caseNumber, task) -> jdbc.sql("""
                insert into duty (case_number, task, account_id, session_number, done_at) values (:case, :done, :kin, 'brought about', now())
                """).param("case", caseNumber).param("done", done).param("kin", KIN).update();
    }

    private void voided(String caseNumber, String task) {
        jdbc.sql("""
                with act as (insert into voided_act (case_number, task, account_id, done_at, said, reason, voided_by, voided_at)
                    values (:case, :task, :kin, now(), '', '须回避', :lead, now()) returning id)
                insert into duty (case_number, task, account_id, session_number, done_at, voided_act)
                select :case, :task, :kin, 'brought about', now(), id from act
                """).param("case", caseNumber).param("task", task).param("kin", KIN).param("lead", LEAD).update();
    }

    private String caseOf(String task, String number) {
        return BusinessKey.isSession(number) ? sessions.candidates(number).get(0).caseNumber() : number;
    }

    private String open(String task, String number) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(task).list().stream()
                .filter(one -> !PERSONAL.contains(task) || !number.equals(stage.get(task)) || KIN.equals(one.getAssignee()))
                .findFirst().orElseThrow().getId();
    }

    private String assignee(String id) {
        return engine.getTaskService().createTaskQuery().taskId(id).singleResult().getAssignee();
    }

    private String page(String account, MockHttpServletRequestBuilder request) throws Exception {
        return reader.as(account, request.with(csrf())).getContentAsString();
    }

    private String rest(String account, String path, Object body) {
        return exchange(account, HttpMethod.POST, path, body);
    }

    private String exchange(String account, HttpMethod method, String path, Object body) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN");
        String answer = http.withBasicAuth(account, PASSWORD).exchange(path, method, new HttpEntity<>(body, headers), String.class).getBody();
        return answer == null ? "" : answer;
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
