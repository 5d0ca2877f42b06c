package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.casework.Handover;
import org.zhiping.exam.PanelPlan;
import org.zhiping.exam.Panels;
import org.zhiping.identity.Absence;
import org.zhiping.identity.Absences;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Leads;
import org.zhiping.identity.Role;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Round;
import org.zhiping.page.PageReader;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.WorkingDays;

/** People are late, away or gone: leads hear of it, tasks come into other hands, and nobody gets what they may not decide. */
@ProductTest
class PunctualTest {

    @Autowired private ProcessEngine engine;
    @Autowired private CaseWalk walk;
    @Autowired private Accounts accounts;
    @Autowired private Leads leads;
    @Autowired private Absences absences;
    @Autowired private Handover handover;
    @Autowired private Panels panels;
    @Autowired private Applications applications;
    @Autowired private WorkingDays workingDays;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;
    @Autowired private WebApplicationContext product;
    @Autowired private ApplicationContext beans;
    private PageReader reader;

    @BeforeEach
    void hire() {
        walk.hireStaff();
        hire("lead1", Role.TEAM_LEAD, Role.EVALUATOR, Role.PANEL_MEMBER);
        hire("officer2", Role.ACCEPTANCE_OFFICER);
        hire("office-lead", Role.TEAM_LEAD, Role.ACCEPTANCE_OFFICER);
        hire("keeper", Role.ADMINISTRATOR);
        jdbc.sql("update absence set ended_at = now(), ended_by = 'keeper' where ended_at is null").update();
        reader = new PageReader(product);
    }

    private void hire(String id, Role... roles) {
        if (accounts.find(id).isEmpty()) {
            accounts.create(id, "工作人员 " + id, "", Set.of(roles), "Walk-the-case-1", "test");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String atWork() {
        return walk.applyAtWork(walk.openRound("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A")), "LEVEL_4", "A");
    }

    private Task task(String number, String step) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).list().get(0);
    }

    /** As if the task had been due some working days ago, on a Sunday too; whoever has it has had it as long. */
    private void late(Task task, int workingDaysAgo) {
        LocalDate worked = workingDays.minus(workingDays.plus(today(), 1), 1);
        jdbc.sql("update act_hi_op_log set timestamp_ = timestamp_ - make_interval(days => :days) where task_id_ = :task")
                .param("days", 2 * workingDaysAgo).param("task", task.getId()).update();
        engine.getTaskService().setDueDate(task.getId(), Date.from(workingDays.minus(worked, workingDaysAgo).atTime(LocalTime.of(23, 59, 59))
                .atZone(clock.getZone()).toInstant()));
    }

    private List<String> told(String number) {
        return jdbc.sql("select account || ' ' || kind from notice where number = :number and kind like 'staff-%' order by id").param("number", number)
                .query(String.class).list();
    }

    private void giveBackWhatLies() throws ClassNotFoundException {
        ReflectionTestUtils.invokeMethod(beans.getBean(Class.forName("org.zhiping.casework.LetLie")), "scan");
    }

    @Test
    void anEscalatedCaseWhoseEvaluatorIsAwayReachesTheLeadGoesBackAndToSomebodyElse() throws Exception {
        String caseNumber = atWork();
        walk.review(caseNumber, "escalated", "学历证明存疑");
        walk.claim("evaluator1", caseNumber, "give-evaluator-opinion");
        Task task = task(caseNumber, "give-evaluator-opinion");
        late(task, 3);
        walk.fireTimer(caseNumber, "give-evaluator-opinion");
        walk.fireTimer(caseNumber, "give-evaluator-opinion");
        assertThat(told(caseNumber)).contains("evaluator1 staff-overdue", "lead1 staff-escalated-overdue")
                .doesNotContain("manager1 staff-escalated-overdue").doesNotHaveDuplicates();
        giveBackWhatLies();
        assertThat(task(caseNumber, "give-evaluator-opinion").getAssignee()).isEqualTo("evaluator1");

        assertThat(reader.as("lead1", get("/desk/inbox")).getContentAsString()).contains("/desk/assign/" + caseNumber);
        String page = reader.as("lead1", get("/desk/assign/" + caseNumber)).getContentAsString();
        assertThat(page).contains("出具评价老师意见", "逾期 3 个工作日", "evaluator2").doesNotContain("value=\"officer\"");
        assertThat(reader.as("evaluator2", get("/desk/assign/" + caseNumber)).getStatus()).isEqualTo(403);
        assertThat(reader.as("lead1", post("/desk/assign/" + caseNumber).with(csrf()).param("task", task.getId())).getContentAsString())
                .contains("请选择接手的人员");
        assertThat(reader.as("lead1", post("/desk/assign/" + caseNumber).with(csrf()).param("task", task.getId()).param("to", "evaluator2"))
                .getStatus()).isEqualTo(302);
        assertThat(task(caseNumber, "give-evaluator-opinion").getAssignee()).isEqualTo("evaluator2");
        assertThat(jdbc.sql("select key from notice where account = 'evaluator2' and kind = 'staff-task-given'").query(String.class).list())
                .isNotEmpty().allMatch(key -> key.startsWith("task-given:lead1:"));

        late(task, 5);
        giveBackWhatLies();
        giveBackWhatLies();
        assertThat(task(caseNumber, "give-evaluator-opinion").getAssignee()).isNull();
        assertThat(told(caseNumber)).contains("evaluator2 staff-given-back", "evaluator3 staff-given-back", "lead1 staff-given-back").doesNotHaveDuplicates();
        walk.claim("evaluator3", caseNumber, "give-evaluator-opinion");
        giveBackWhatLies();
        assertThat(task(caseNumber, "give-evaluator-opinion").getAssignee()).isEqualTo("evaluator3");
    }

    @Test
    void whoTakesATaskThatIsLateAlreadyHasTheDaysOfTheTable() throws Exception {
        String caseNumber = atWork();
        walk.review(caseNumber, "escalated", "学历证明存疑");
        Task task = task(caseNumber, "give-evaluator-opinion");
        late(task, 9);
        walk.claim("evaluator1", caseNumber, "give-evaluator-opinion");
        giveBackWhatLies();
        assertThat(task(caseNumber, "give-evaluator-opinion").getAssignee()).isEqualTo("evaluator1");
        late(task, 9);
        giveBackWhatLies();
        assertThat(task(caseNumber, "give-evaluator-opinion").getAssignee()).isNull();
    }

    /** The order in which they are looked at is the engine's: one that comes before and one that comes after cannot both be missed. */
    @Test
    void aTaskThatCannotBeGivenBackHoldsNoOtherUp() throws Exception {
        List<String> lying = List.of(letLie(), letLie(), letLie());
        Task broken = task(lying.get(1), "give-evaluator-opinion");
        String step = jdbc.sql("select act_id_ from act_ru_execution where id_ = :id").param("id", broken.getExecutionId()).query(String.class).single();
        point(broken, null);
        try {
            giveBackWhatLies();
            assertThat(task(lying.get(0), "give-evaluator-opinion").getAssignee()).isNull();
            assertThat(task(lying.get(1), "give-evaluator-opinion").getAssignee()).isEqualTo("evaluator1");
            assertThat(task(lying.get(2), "give-evaluator-opinion").getAssignee()).isNull();
        } finally {
            point(broken, step);
        }
        giveBackWhatLies();
        assertThat(task(lying.get(1), "give-evaluator-opinion").getAssignee()).isNull();
        assertThat(told(lying.get(1))).containsOnlyOnce("evaluator1 staff-given-back");
    }

    private String letLie() throws Exception {
        String caseNumber = atWork();
        walk.review(caseNumber, "escalated", "学历证明存疑");
        walk.claim("evaluator1", caseNumber, "give-evaluator-opinion");
        late(task(caseNumber, "give-evaluator-opinion"), 8);
        return caseNumber;
    }

    private void point(Task task, String step) {
        jdbc.sql("update act_ru_execution set act_id_ = :step where id_ = :id").param("step", step).param("id", task.getExecutionId()).update();
    }

    /** Other tests of a run may have left leads of exam officers behind; they lead again afterwards. */
    @Test
    void whereNobodyLeadsTheManagersHear() {
        Map<String, Set<Role>> leading = leads.of(Role.EXAM_OFFICER).stream()
                .collect(Collectors.toMap(Function.identity(), id -> accounts.find(id).orElseThrow().roles()));
        leading.keySet().forEach(id -> accounts.grant(id, Set.of(Role.EXAM_OFFICER), "test"));
        try {
            theManagersHear();
        } finally {
            leading.forEach((id, roles) -> accounts.grant(id, roles, "test"));
        }
    }

    private void theManagersHear() {
        String session = walk.openSession(walk.openRound("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A")), "LEVEL_4", "A", "THEORY");
        late(task(session, "plan-session"), 3);
        walk.fireTimer(session, "plan-session");
        assertThat(told(session)).contains("manager1 staff-escalated-overdue");
    }

    @Test
    void anAbsenceNeedsADeputyOfTheSameRoleAndNoCircle() {
        assertThatThrownBy(() -> absences.enter("officer", today(), today(), "evaluator1", "officer")).hasMessage("absence-deputy-role");
        assertThatThrownBy(() -> absences.enter("officer", today(), today(), "officer", "officer")).hasMessage("absence-deputy-role");
        assertThatThrownBy(() -> absences.enter("officer", today().minusDays(1), today(), "officer2", "officer")).hasMessage("absence-from");
        assertThatThrownBy(() -> absences.enter("officer", today(), today().minusDays(1), "officer2", "officer")).hasMessage("absence-until");
        assertThatThrownBy(() -> absences.enter("officer", today(), today(), "officer2", "lead1")).hasMessage("absence-not-led");
        Absence first = absences.enter("officer", today(), today().plusDays(3), "officer2", "office-lead");
        assertThatThrownBy(() -> absences.enter("officer", today().plusDays(3), today().plusDays(9), "officer2", "officer")).hasMessage("absence-overlaps");
        assertThatThrownBy(() -> absences.enter("officer2", today().plusDays(1), today().plusDays(9), "officer", "officer2")).hasMessage("absence-circle");
        assertThat(absences.deputy("officer", clock.instant())).contains("officer2");
        assertThat(absences.deputy("officer2", clock.instant())).isEmpty();

        absences.enter("officer2", today(), today(), "office-lead", "officer2");
        assertThat(absences.deputy("officer", clock.instant())).contains("office-lead");
        assertThat(absences.standsInFor("office-lead", clock.instant())).containsExactlyInAnyOrder("officer", "officer2");
        assertThat(absences.deputy("officer", clock.instant().plusSeconds(86_400))).contains("officer2");
        assertThat(absences.deputy("officer", clock.instant().plusSeconds(4 * 86_400))).isEmpty();
        absences.end(first.id(), "officer");
        assertThat(absences.deputy("officer", clock.instant())).isEmpty();
    }

    /** Nobody who leads would hear of it: it reaches the managers, and the administrators where there are none. */
    @Test
    void whatNobodyLeadsHearsOfReachesSomebody() {
        List<String> others = leads.of(Role.ACCEPTANCE_OFFICER).stream().filter(lead -> !lead.equals("office-lead")).toList();
        others.forEach(lead -> accounts.enable(lead, false, "keeper"));
        String led = atWork();
        walk.claim("office-lead", led, "review-materials");
        late(task(led, "review-materials"), 3);
        walk.fireTimer(led, "review-materials");
        assertThat(told(led)).as("the lead has the task").contains("manager1 staff-escalated-overdue").doesNotContain("office-lead staff-escalated-overdue");

        String away = atWork();
        hire("officer4", Role.ACCEPTANCE_OFFICER);
        absences.enter("office-lead", today(), today(), "officer4", "keeper");
        late(task(away, "review-materials"), 3);
        walk.fireTimer(away, "review-materials");
        assertThat(told(away)).as("a deputy hears it").contains("officer4 staff-escalated-overdue").doesNotContain("manager1 staff-escalated-overdue");

        String alone = atWork();
        List<String> managers = accounts.withRole(Role.MANAGER).stream().map(Account::id).toList();
        accounts.enable("officer4", false, "keeper");
        managers.forEach(manager -> accounts.enable(manager, false, "keeper"));
        try {
            late(task(alone, "review-materials"), 3);
            walk.fireTimer(alone, "review-materials");
            assertThat(told(alone)).contains("keeper staff-escalated-overdue");
        } finally {
            accounts.enable("officer4", true, "keeper");
            managers.forEach(manager -> accounts.enable(manager, true, "keeper"));
            others.forEach(lead -> accounts.enable(lead, true, "keeper"));
        }
    }

    @Test
    void aDeputyHearsAndTakesOverWhatTheyMayDecide() throws Exception {
        String caseNumber = atWork();
        walk.claim("officer", caseNumber, "review-materials");
        assertThat(reader.as("officer", post("/desk/absences").with(csrf()).param("account", "officer").param("from", today().toString())
                .param("until", today().toString()).param("deputy", "officer2")).getStatus()).isEqualTo(302);
        long absence = absences.asDeputy("officer2").get(0).id();
        assertThat(toldOf(absence)).containsExactly("officer2 staff-deputy-named");
        late(task(caseNumber, "review-materials"), 1);
        walk.fireTimer(caseNumber, "review-materials");
        assertThat(told(caseNumber)).contains("officer staff-overdue", "officer2 staff-overdue");

        assertThat(reader.as("officer2", get("/desk")).getContentAsString()).contains("/desk/absences");
        String takeOver = "/desk/absences/tasks/" + task(caseNumber, "review-materials").getId() + "/take-over";
        assertThat(reader.as("officer2", get("/desk/absences")).getContentAsString()).contains(takeOver);
        assertThat(reader.as("officer2", get("/desk/cases/" + caseNumber)).getContentAsString()).as("where the notice leads").contains(takeOver);
        assertThat(reader.as("officer2", get("/desk/tasks/" + task(caseNumber, "review-materials").getId())).getContentAsString()).contains(takeOver);
        assertThat(reader.as("office-lead", get("/desk/cases/" + caseNumber)).getContentAsString()).doesNotContain(takeOver);
        assertThat(reader.as("office-lead", post(takeOver).with(csrf())).getStatus()).isEqualTo(403);
        assertThat(reader.as("officer2", post(takeOver).with(csrf())).getStatus()).isEqualTo(302);
        assertThat(task(caseNumber, "review-materials").getAssignee()).isEqualTo("officer2");
        assertThat(jdbc.sql("select account from notice where kind = 'staff-task-passed-on' and key like 'task-passed-on:officer2:%'").query(String.class).list())
                .as("who took it hears of it no more than of any act of theirs").contains("officer").doesNotContain("officer2");
        assertThat(jdbc.sql("select reason from handover join handover_task on handover_id = id where number = :number").param("number", caseNumber)
                .query(String.class).list()).containsExactly("absence");
        absences.end(absence, "officer");
        assertThat(toldOf(absence)).containsExactly("officer2 staff-deputy-named", "officer2 staff-deputy-released");
    }

    private List<String> toldOf(long absence) {
        return jdbc.sql("select account || ' ' || kind from notice where key in ('deputy-named:' || :id, 'deputy-released:' || :id) order by id")
                .param("id", absence).query(String.class).list();
    }

    @Test
    void whoeverLeavesHandsOverEverythingInOneAct() throws Exception {
        hire("leaver", Role.ACCEPTANCE_OFFICER, Role.PANEL_MEMBER);
        hire("heir", Role.ACCEPTANCE_OFFICER, Role.PANEL_MEMBER);
        String first = atWork();
        String related = atWork();
        walk.claim("leaver", first, "review-materials");
        walk.claim("leaver", related, "review-materials");
        String panelCase = appointedPanel("leaver");
        jdbc.sql("""
                insert into relation (account_id, kind, case_number, reason, declared_by, declared_at)
                values ('heir', 'RECUSAL', :number, '亲属', 'heir', now())""").param("number", related).update();

        assertThat(reader.as("officer2", get("/desk/handover/leaver")).getStatus()).isEqualTo(403);
        assertThatThrownBy(() -> handover.preview("leaver", null, "manager1")).hasMessage("handover-not-led");
        assertThat(handover.preview("leaver", null, "office-lead")).hasSize(3).filteredOn(line -> line.against() != null)
                .extracting(line -> line.against().getMessage()).containsExactly("handover-needs-somebody");
        String preview = reader.as("keeper", get("/desk/handover/leaver?to=heir")).getContentAsString();
        assertThat(preview).contains(first, related, panelCase, "不能移交", "将移交 2 项任务").contains("接手： " + accounts.nameOf("heir") + "（heir）");
        assertThat(task(first, "review-materials").getAssignee()).as("a preview changes nothing").isEqualTo("leaver");

        assertThat(reader.as("keeper", post("/desk/handover/leaver").with(csrf()).param("to", "heir").param("close", "true")).getStatus()).isEqualTo(302);
        assertThat(task(first, "review-materials").getAssignee()).isEqualTo("heir");
        assertThat(task(related, "review-materials").getAssignee()).isEqualTo("leaver");
        assertThat(panels.find(panelCase, "CAPABILITY").orElseThrow().plan().members()).contains("heir").doesNotContain("leaver");
        assertThat(engine.getTaskService().createTaskQuery().processInstanceBusinessKey(panelCase).taskAssignee("heir").count()).isEqualTo(1);
        assertThat(accounts.find("leaver").orElseThrow().enabled()).isFalse();
        String after = reader.as("keeper", get("/desk/handover/leaver")).getContentAsString();
        assertThat(after).contains(related, "移交 2 项，未移交 1 项", "账号已停用").doesNotContain(first);
        theSuccessorScores(panelCase);
    }

    private String appointedPanel(String member) {
        Round round = walk.openRound("independent-operator", "undated", List.of("JUNIOR"), List.of());
        String number = walk.applyAsStudent(round);
        walk.review(number, "accepted", null);
        String session = walk.openSession(round, "JUNIOR", null, "THEORY");
        walk.plan(session, List.of("evaluator1"), List.of(number));
        walk.recordAttendance(session, Map.of());
        walk.enterScores(session, "evaluator1", Map.of(number, 80));
        walk.verify(session, "verified", null);
        walk.finish("planner", number, "appoint-panel", shown -> Map.of("members", List.of("member1", "member2", member), "chair", "member1",
                "heldAt", clock.instant().plusSeconds(86_400).toString(), "minutes", 30, "place", "评审室"));
        return number;
    }

    private void theSuccessorScores(String number) {
        assertThatThrownBy(() -> panels.score(number, "CAPABILITY", "leaver", "80", Map.of(), "好")).isInstanceOf(Refusal.class);
        assertThat(new HashSet<>(walk.form("heir", number, "score-candidate").keySet())).isNotEmpty();
        PanelPlan plan = panels.find(number, "CAPABILITY").orElseThrow().plan();
        assertThat(plan.chair()).isEqualTo("member1");
    }
}
