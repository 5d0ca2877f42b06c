package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Round;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Tasks;
import org.zhiping.record.CaseRecords;
import org.zhiping.worklist.WorkFilter;
import org.zhiping.worklist.WorkItem;
import org.zhiping.worklist.WorkReader;
import org.zhiping.worklist.WorkView;
import org.zhiping.worklist.Worklist;
import org.zhiping.worklist.WorklistCheck;
import org.zhiping.worklist.WorklistCheck.Difference;

/** The worklist says after every step what the engine says, and a difference that somebody planted is found and mended. */
@ProductTest
class WorklistKeptTest {

    private static final WorkReader OFFICER = new WorkReader("officer", List.of("acceptance-officer"), List.of());

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private CaseWalk walk;
    @Autowired
    private Worklist worklist;
    @Autowired
    private WorklistCheck check;
    @Autowired
    private Tasks tasks;
    @Autowired
    private Accounts accounts;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private CaseRecords records;
    @Autowired
    private List<ApplicationRunner> runners;
    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void hire() {
        walk.hireStaff();
        also("lead", Role.TEAM_LEAD, Role.ACCEPTANCE_OFFICER);
        also("officer2", Role.ACCEPTANCE_OFFICER);
    }

    private void also(String account, Role... roles) {
        if (accounts.find(account).isEmpty()) {
            accounts.create(account, "工作人员 " + account, "", Set.of(roles), "Walk-the-case-1", "test");
        }
    }

    @AfterEach
    void theListIsWhatTheEngineHas() {
        assertEqual();
    }

    private void assertEqual() {
        assertThat(check.check().differences()).isEmpty();
    }

    private Round round() {
        return walk.openRound("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A"));
    }

    private WorkItem item(String caseNumber) {
        return worklist.search(OFFICER, caseNumber, WorkFilter.NONE, 10).get(0);
    }

    private List<String> numbers(WorkReader reader, WorkView view) {
        return worklist.page(reader, view, WorkFilter.NONE, null, 100).stream().map(WorkItem::number).toList();
    }

    @Test
    void aWholeCaseStepByStep() {
        Round round = round();
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        assertEqual();
        assertThat(item(caseNumber)).returns("review-materials", WorkItem::step).returns("LEVEL_4", WorkItem::level)
                .returns(round.number(), WorkItem::round).returns("申**", WorkItem::person).returns(null, WorkItem::assignee);
        walk.review(caseNumber, "escalated", "需进一步判断");
        assertEqual();
        walk.claim("evaluator1", caseNumber, "give-evaluator-opinion");
        assertEqual();
        walk.giveOpinion(caseNumber);
        walk.review(caseNumber, "returned", "不清晰");
        assertEqual();
        walk.supplement(caseNumber);
        walk.review(caseNumber, "accepted", null);
        String session = walk.openSession(round, "LEVEL_4", "A", "THEORY");
        assertEqual();
        assertThat(worklist.page(new WorkReader("planner", List.of("exam-officer"), List.of()), WorkView.WAITING, WorkFilter.NONE, null, 100))
                .filteredOn(item -> item.number().equals(session)).singleElement()
                .returns("THEORY", WorkItem::part).returns(round.number(), WorkItem::round).returns("", WorkItem::person);
        walk.plan(session, List.of("evaluator1"), List.of(caseNumber));
        assertEqual();
        walk.recordAttendance(session, Map.of());
        assertEqual();
        assertThat(numbers(new WorkReader("evaluator1", List.of("evaluator"), List.of()), WorkView.MINE)).contains(session);
        walk.enterScores(session, "evaluator1", Map.of(caseNumber, 80));
        walk.verify(session, "verified", null);
    }

    @Test
    void aPanelWhoseMembersHaveATaskEach() {
        Round round = walk.openRound("independent-operator", "undated", List.of("JUNIOR"), List.of());
        String caseNumber = walk.applyAsStudent(round);
        walk.review(caseNumber, "accepted", null);
        String theory = walk.openSession(round, "JUNIOR", null, "THEORY");
        walk.plan(theory, List.of("evaluator1"), List.of(caseNumber));
        walk.recordAttendance(theory, Map.of());
        walk.enterScores(theory, "evaluator1", Map.of(caseNumber, 66));
        walk.verify(theory, "verified", null);
        walk.finish("planner", caseNumber, "appoint-panel", shown -> Map.of("members", List.of("member1", "member2", "member3"),
                "chair", "member1", "heldAt", "2099-01-01T09:00:00Z", "minutes", 30, "place", "评审室"));
        assertEqual();
        assertThat(worklist.page(new WorkReader("member2", List.of("panel-member"), List.of()), WorkView.MINE, WorkFilter.NONE, null, 100))
                .filteredOn(item -> item.number().equals(caseNumber)).singleElement().returns("CAPABILITY", WorkItem::part)
                .returns(List.of(), WorkItem::roles);
        walk.withdraw(caseNumber);
        assertThat(numbers(new WorkReader("member2", List.of("panel-member"), List.of()), WorkView.MINE)).doesNotContain(caseNumber);
    }

    @Test
    void anInstanceThatIsDeletedAndOneThatIsDeletedWithItsListenersLeftOut() {
        Round round = round();
        for (boolean skip : new boolean[] {false, true}) {
            String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
            String instance = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).singleResult().getId();
            engine.getRuntimeService().deleteProcessInstance(instance, "in Cockpit", skip);
            assertThat(worklist.search(OFFICER, caseNumber, WorkFilter.NONE, 10)).isEmpty();
            assertEqual();
        }
    }

    @Test
    void aDeadlineAndRolesThatChange() {
        String caseNumber = walk.applyAtWork(round(), "LEVEL_4", "A");
        String task = item(caseNumber).taskId();
        Date later = Date.from(Instant.parse("2031-05-06T07:08:09Z"));
        change(task, entity -> entity.setDueDate(later));
        assertEqual();
        assertThat(item(caseNumber).due()).isEqualTo(later.toInstant());
        change(task, entity -> entity.addCandidateGroup("evaluator"));
        assertEqual();
        assertThat(item(caseNumber).roles()).containsExactly("acceptance-officer", "evaluator");
        WorkReader both = new WorkReader("somebody", List.of("acceptance-officer", "evaluator"), List.of());
        assertThat(numbers(both, WorkView.WAITING)).containsOnlyOnce(caseNumber);
        change(task, entity -> entity.deleteCandidateGroup("acceptance-officer"));
        assertEqual();
        assertThat(worklist.search(OFFICER, caseNumber, WorkFilter.NONE, 10)).isEmpty();
    }

    private void change(String task, Consumer<TaskEntity> change) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(context -> {
            TaskEntity entity = context.getTaskManager().findTaskById(task);
            change.accept(entity);
            entity.triggerUpdateEvent();
            return null;
        });
    }

    @Test
    void whatTheEngineTakesBackTheListTakesBack() {
        String caseNumber = walk.applyAtWork(round(), "LEVEL_4", "A");
        String task = item(caseNumber).taskId();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            tasks.claim(task, "officer");
            assertThat(item(caseNumber).assignee()).isEqualTo("officer");
            status.setRollbackOnly();
        });
        assertThat(item(caseNumber).assignee()).isNull();
    }

    @Test
    void aLeadAssignsToColleaguesOfTheRoleOnly() {
        String caseNumber = walk.applyAtWork(round(), "LEVEL_4", "A");
        String task = item(caseNumber).taskId();
        assertThatThrownBy(() -> tasks.assign(task, "officer", "officer2")).isInstanceOf(Refusal.class).hasMessage("task-for-oneself");
        assertThatThrownBy(() -> tasks.assign(task, "lead", "verifier")).isInstanceOf(Refusal.class).hasMessage("assignee-without-role");
        tasks.assign(task, "lead", "officer2");
        assertThat(item2(caseNumber)).returns("officer2", WorkItem::assignee);
        tasks.assign(task, "lead", "officer");
        assertThat(numbers(new WorkReader("lead", List.of("acceptance-officer"), List.of("acceptance-officer")), WorkView.TEAM)).contains(caseNumber);
        assertThat(numbers(OFFICER, WorkView.MINE)).contains(caseNumber);
        assertThat(tasks.find(task)).hasValueSatisfying(found -> assertThat(found.assignee()).isEqualTo("officer"));
        assertThatThrownBy(() -> tasks.assign(task, "manager1", "officer2")).isInstanceOf(Refusal.class);
    }

    @Test
    void aLeadTakesATaskFromAColleagueByAssigningItAndNobodyElseDoes() {
        String caseNumber = walk.applyAtWork(round(), "LEVEL_4", "A");
        String task = item(caseNumber).taskId();
        tasks.claim(task, "officer");
        assertThatThrownBy(() -> tasks.assign(task, "officer2", "officer2")).isInstanceOf(Refusal.class).hasMessage("task-held");
        assertThatThrownBy(() -> tasks.claim(task, "lead")).as("a claim takes from nobody").isInstanceOf(Refusal.class).hasMessage("task-held");
        tasks.assign(task, "lead", "lead");
        assertThat(tasks.find(task)).hasValueSatisfying(found -> assertThat(found.assignee()).isEqualTo("lead"));
        assertThat(acts(caseNumber)).endsWith("task-claimed officer", "task-assigned lead");
        assertThat(records.of(caseNumber)).filteredOn(entry -> entry.kind().equals("task-assigned")).singleElement()
                .satisfies(entry -> assertThat(entry.content().details()).containsEntry("from", "officer").containsEntry("to", "lead"));
        assertThat(jdbc.sql("select account from notice where kind = 'staff-task-passed-on' and key like 'task-passed-on:lead:%'")
                .query(String.class).list()).contains("officer").doesNotContain("lead");
        assertThatThrownBy(() -> tasks.own(task, "officer")).isInstanceOf(Refusal.class).hasMessage("task-held");
    }

    private List<String> acts(String caseNumber) {
        return jdbc.sql("select kind || ' ' || actor from case_record where case_number = :number and kind like 'task-%' and actor is not null order by position")
                .param("number", caseNumber).query(String.class).list();
    }

    private WorkItem item2(String caseNumber) {
        return worklist.search(new WorkReader("officer2", List.of("acceptance-officer"), List.of()), caseNumber, WorkFilter.NONE, 10).get(0);
    }

    @Test
    void plantedDifferencesAreToldAndMended() {
        Round round = round();
        String gone = walk.applyAtWork(round, "LEVEL_4", "A");
        String wrong = walk.applyAtWork(round, "LEVEL_4", "A");
        jdbc.sql("delete from worklist_task where number = :number").param("number", gone).update();
        jdbc.sql("update worklist_task set assignee = 'nobody', step = 'approve-result' where number = :number").param("number", wrong).update();
        jdbc.sql("""
                insert into worklist_task (task_id, role, roles, step, number, standard, edition, level, direction, part, round, found_by, created_at)
                values ('zz', '', '{}', 'x', 'ZP0', '', '', '', '', '', '', '{}', now())
                """).update();
        assertThat(check.check().differences()).extracting(Difference::number, Difference::what).containsExactlyInAnyOrder(
                tuple(gone, "missing"), tuple(wrong, "assignee"),
                tuple(wrong, "step"), tuple("ZP0", "surplus"));
        check.rebuild();
        assertEqual();
        assertThat(item(gone).person()).isEqualTo("申**");
    }

    /** As after an upgrade from a version that had no worklist. */
    @Test
    void aStartFillsTheListWhereItIsEmpty() throws Exception {
        String caseNumber = walk.applyAtWork(round(), "LEVEL_4", "A");
        jdbc.sql("delete from worklist_task").update();
        for (ApplicationRunner runner : runners) {
            if (runner.getClass().getSimpleName().equals("WorklistAtStart")) {
                runner.run(new DefaultApplicationArguments());
            }
        }
        assertThat(item(caseNumber).step()).isEqualTo("review-materials");
    }

    @Test
    void aPersonIsFoundByNameAndNumberAndNotInTheClear() {
        String caseNumber = walk.applyAtWork(round(), "LEVEL_4", "A");
        WorkItem item = item(caseNumber);
        for (String typed : List.of("申请人", "申请", " 申 请 人 ", item.idNumber(), caseNumber.toLowerCase(), caseNumber.substring(0, 8))) {
            assertThat(worklist.search(OFFICER, typed, WorkFilter.NONE, 1000)).as(typed).extracting(WorkItem::number).contains(caseNumber);
        }
        for (String typed : List.of("申", "请人", "ZP", "%", "ZP2%", "110105199003074514")) {
            assertThat(worklist.search(OFFICER, typed, WorkFilter.NONE, 1000)).as(typed).isEmpty();
        }
        assertThat(worklist.search(new WorkReader("approver", List.of("approver"), List.of()), caseNumber, WorkFilter.NONE, 10)).isEmpty();
        assertThat(jdbc.sql("select w::text from worklist_task w where number = :n").param("n", caseNumber).query(String.class).single())
                .doesNotContain("申").doesNotContain(item.idNumber());
    }

    @Test
    void pagesFollowEachOtherAndCountsStop() {
        Round round = round();
        for (int i = 0; i < 3; i++) {
            walk.applyAtWork(round, "LEVEL_4", "A");
        }
        WorkFilter filter = new WorkFilter(null, null, round.number(), null);
        List<WorkItem> all = worklist.page(OFFICER, WorkView.WAITING, filter, null, 10);
        assertThat(all).hasSize(3);
        List<WorkItem> second = worklist.page(OFFICER, WorkView.WAITING, filter, all.get(0).cursor(), 10);
        assertThat(second).isEqualTo(all.subList(1, 3));
        assertThat(worklist.counts(OFFICER, filter)).containsEntry(WorkView.WAITING, 3).containsEntry(WorkView.MINE, 0)
                .containsEntry(WorkView.OVERDUE, 0).doesNotContainKey(WorkView.TEAM);
        assertThat(worklist.page(OFFICER, WorkView.WAITING, new WorkFilter("independent-operator", null, round.number(), null), null, 10)).isEmpty();
    }
}
