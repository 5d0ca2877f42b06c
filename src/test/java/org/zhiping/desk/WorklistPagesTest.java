package org.zhiping.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.ProductTest;
import org.zhiping.ResidentIds;
import org.zhiping.document.TestDocuments;
import org.zhiping.identity.Absences;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Round;
import org.zhiping.intake.Rounds;
import org.zhiping.page.PageReader;
import org.zhiping.platform.process.Tasks;
import org.zhiping.worklist.NextTask;
import org.zhiping.worklist.WorkCursor;
import org.zhiping.worklist.WorkFilter;
import org.zhiping.worklist.WorkItem;
import org.zhiping.worklist.WorkReader;
import org.zhiping.worklist.WorkView;
import org.zhiping.worklist.Worklist;

/** The worklist at the desk and over REST: everybody has their own, takes the next task once, and hears why something was refused. */
@ProductTest
@TestPropertySource(properties = "zhiping.sample.enabled=true")
class WorklistPagesTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String OFFICER = "acceptance-officer";

    @Autowired WebApplicationContext product;
    @Autowired Accounts accounts;
    @Autowired Rounds rounds;
    @Autowired Intake intake;
    @Autowired ManagementService jobs;
    @Autowired Worklist worklist;
    @Autowired WorklistLines lines;
    @Autowired PlatformTransactionManager transactions;
    @Autowired NextTask next;
    @Autowired Tasks tasks;
    @Autowired JdbcClient jdbc;
    @Autowired Absences absences;
    @Autowired Clock clock;
    MockHttpSession session = new MockHttpSession();
    PageReader reader;
    Round round;

    /** What other tests have left waiting is nobody's concern here. */
    @BeforeEach
    void anEmptyList() {
        reader = new PageReader(product);
        round = rounds.open().stream().filter(open -> open.standard().equals("all-media-operator")).findFirst().orElseThrow();
        staff("worklist-sweeper", Role.ACCEPTANCE_OFFICER);
        WorkReader sweeper = officer("worklist-sweeper");
        while (next.claim(sweeper, WorkFilter.NONE).taken() != null) {
            assertThat(sweeper.leads()).isEmpty();
        }
    }

    @Test
    void aCaseWhosePartsAreAllDoneNamesNoneOfThem() throws Exception {
        WorkItem review = worklistItem(submitted());
        WorkItem approval = new WorkItem(review.taskId(), "approve-result", review.number(), review.standard(), review.edition(), review.level(), review.direction(),
                "none", review.round(), review.person(), review.idNumber(), review.roles(), null, review.created(), review.due());
        assertThat(lines.subject(approval)).isEqualTo(lines.subject(review)).doesNotContain("none");
    }

    @Test
    void theCountdownIsAlsoOnThePageOfTheTask() throws Exception {
        WorkItem review = worklistItem(submitted());
        assertThat(reader.as("acceptance-officer", get("/desk/tasks/" + review.taskId())).getContentAsString()).contains("还剩 5 个工作日");
    }

    private WorkItem worklistItem(String number) {
        String task = tasks.of(number).get(0).id();
        return worklist.find(officer(OFFICER), List.of(task)).get(0);
    }

    private void staff(String account, Role... roles) {
        if (accounts.find(account).isEmpty()) {
            accounts.create(account, "工作人员", "", Set.of(roles), "correct-horse-7", "test");
        }
    }

    private static WorkReader officer(String account) {
        return new WorkReader(account, List.of(OFFICER), List.of());
    }

    private String submitted() {
        return submitted("worklist-applicant-" + NUMBER.incrementAndGet(), "欧阳待办");
    }

    private String submitted(String applicant, String name) {
        if (accounts.find(applicant).isEmpty()) {
            accounts.register(applicant, name, "correct-horse-7");
        }
        String caseNumber = intake.start(applicant, round.number(), "LEVEL_4", "A").caseNumber();
        intake.save(applicant, caseNumber, new Claims(
                new Claims.Person("RESIDENT_ID", ResidentIds.of(500 + NUMBER.incrementAndGet()), null, null, "13800000000", "WORKER", "某公司"),
                List.of(new Claims.Job("某公司", "全媒体运营师", "2015-03-01", "")), null, null, null, null, null), null);
        intake.requirements(applicant, caseNumber).stream().filter(line -> line.missing()).forEach(line -> {
            TestDocuments.Upload upload = TestDocuments.upload(line.material());
            intake.attach(applicant, caseNumber, line.material(), upload.name(), upload.stream());
        });
        intake.submit(applicant, caseNumber);
        runJobs();
        return caseNumber;
    }

    private void runJobs() {
        for (List<Job> due = waiting(); !due.isEmpty(); due = waiting()) {
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    private List<Job> waiting() {
        return jobs.createJobQuery().messages().withRetriesLeft().list();
    }

    private WorkItem item(String caseNumber) {
        return worklist.search(new WorkReader("anybody", List.of(OFFICER), List.of(OFFICER)), caseNumber, WorkFilter.NONE, 5).get(0);
    }

    private MockHttpServletResponse as(String account, MockHttpServletRequestBuilder request) throws Exception {
        return reader.as(account, request.session(session).with(csrf()));
    }

    private String page(String account) throws Exception {
        return as(account, get("/desk/worklist")).getContentAsString();
    }

    @Test
    void aRowSaysWhatWaitsAndNamesNobodyInFull() throws Exception {
        String caseNumber = submitted();
        String page = page(OFFICER);
        assertThat(page).contains(caseNumber).contains("审核申报材料").contains("欧***").contains("还剩").contains("全媒体运营师 · 四级/中级工")
                .doesNotContain("欧阳待办");
        assertThat(as("approver", get("/desk/worklist")).getContentAsString()).doesNotContain(caseNumber);
        assertThat(as("administrator", get("/desk/worklist")).getStatus()).isEqualTo(403);
        assertThat(as("worklist-applicant-" + (NUMBER.get() - 1), get("/desk/worklist")).getStatus()).isEqualTo(403);
    }

    @Test
    void whatWasSoughtIsKeptAndStandsInNoAddress() throws Exception {
        String wanted = submitted("worklist-named-" + NUMBER.incrementAndGet(), "慕容查找");
        String other = submitted();
        MockHttpServletResponse sought = as(OFFICER, post("/desk/worklist/filter").param("sought", "慕容"));
        assertThat(sought.getRedirectedUrl()).isEqualTo("/desk/worklist?view=waiting");
        assertThat(page(OFFICER)).contains(wanted).doesNotContain(other).contains("找到 1 项")
                .as("the next one would be one of all").doesNotContain("id=\"next\"");
        as(OFFICER, post("/desk/worklist/filter").param("sought", item(other).idNumber()));
        assertThat(page(OFFICER)).contains(other).doesNotContain(wanted);
        as(OFFICER, post("/desk/worklist/filter").param("level", "independent-operator"));
        assertThat(page(OFFICER)).contains("这里没有任务").doesNotContain(other);
        as(OFFICER, post("/desk/worklist/filter").param("level", "all-media-operator/LEVEL_4").param("round", round.number()).param("step", "review-materials"));
        assertThat(page(OFFICER)).contains(other).contains(wanted).contains("id=\"next\"");
    }

    @Test
    void theNextTaskIsTheFirstThatThePersonMayHave() throws Exception {
        String own = "worklist-both-" + NUMBER.incrementAndGet();
        String first = submitted(own, "自己审核");
        accounts.grant(own, Set.of(Role.APPLICANT, Role.ACCEPTANCE_OFFICER), "administrator");
        String second = submitted();
        as(own, post("/desk/worklist/filter").param("level", "independent-operator"));
        assertThat(as(own, post("/desk/worklist/next")).getRedirectedUrl()).isEqualTo("/desk/worklist");
        assertThat(page(own)).doesNotContain(second);
        as(own, post("/desk/worklist/filter"));
        for (String address : List.of("/desk/worklist/next", "/desk/worklist/next?step=review-materials&after=" + item(first).cursor().text())) {
            assertThat(as(own, get(address)).getRedirectedUrl()).as("an address is no act").isEqualTo("/desk/worklist");
            assertThat(reader.as(own, post(address).session(session)).getStatus()).as("nor is what another site sends").isEqualTo(403);
            assertThat(item(second).assignee()).isNull();
        }
        assertThat(as(own, post("/desk/worklist/next")).getRedirectedUrl()).contains(item(second).taskId());
        assertThat(item(second).assignee()).isEqualTo(own);
        assertThat(item(first).assignee()).isNull();
        NextTask.Found none = next.claim(officer(own), WorkFilter.NONE);
        assertThat(none).returns(null, NextTask.Found::taken).returns(1, NextTask.Found::barred);
    }

    @Test
    void fromATaskTheWayLeadsFirstToWhatThePersonHasAlready() throws Exception {
        String member = "worklist-member-" + NUMBER.incrementAndGet();
        staff(member, Role.ACCEPTANCE_OFFICER);
        Stream.of(submitted(), submitted(), submitted()).forEach(number -> tasks.claim(item(number).taskId(), member));
        List<WorkItem> own = worklist.page(officer(member), WorkView.MINE, WorkFilter.NONE, null, 3);
        WorkItem waiting = item(submitted());
        assertThat(as(member, get("/desk/tasks/" + own.get(0).taskId())).getContentAsString()).contains("action=\"/desk/worklist/next\"")
                .contains("name=\"step\" value=\"review-materials\"").contains("name=\"after\" value=\"" + own.get(0).cursor().text() + "\"");
        assertThat(onFrom(member, own.get(0))).isEqualTo("/desk/tasks/" + own.get(1).taskId());
        assertThat(onFrom(member, own.get(1))).isEqualTo("/desk/tasks/" + own.get(2).taskId());
        assertThat(item(waiting.number()).assignee()).isNull();
        assertThat(onFrom(member, own.get(2))).as("none further down").isEqualTo("/desk/tasks/" + waiting.taskId());
        assertThat(item(waiting.number()).assignee()).isEqualTo(member);
    }

    private String onFrom(String person, WorkItem task) throws Exception {
        return as(person, post("/desk/worklist/next").param("step", task.step()).param("after", task.cursor().text())).getRedirectedUrl();
    }

    @Test
    void ofTasksDueAtTheSameMomentThoseThatCameFirstAreFirst() throws Exception {
        String member = "worklist-arrival-" + NUMBER.incrementAndGet();
        staff(member, Role.ACCEPTANCE_OFFICER);
        List<WorkItem> byId = Stream.of(submitted(), submitted(), submitted()).map(this::item).sorted(Comparator.comparing(WorkItem::taskId)).toList();
        assertThat(byId).extracting(WorkItem::due).containsOnly(byId.get(0).due());
        for (int i = 0; i < byId.size(); i++) {
            arrived(byId.get(i), byId.get(0).created().minusSeconds(60 * i));
        }
        try {
            String[] byArrival = {byId.get(2).taskId(), byId.get(1).taskId(), byId.get(0).taskId()};
            List<WorkItem> page = worklist.page(officer(member), WorkView.WAITING, WorkFilter.NONE, null, 3);
            assertThat(page).extracting(WorkItem::taskId).containsExactly(byArrival);
            assertThat(worklist.page(officer(member), WorkView.WAITING, WorkFilter.NONE, WorkCursor.of(page.get(0).cursor().text()), 2))
                    .as("the next page goes on behind").extracting(WorkItem::taskId).containsExactly(byArrival[1], byArrival[2]);
            assertThat(worklist.search(officer(member), "欧阳", WorkFilter.NONE, 3)).extracting(WorkItem::taskId).containsExactly(byArrival);
            assertThat(next.claim(officer(member), WorkFilter.NONE).taken().taskId()).isEqualTo(byArrival[0]);
        } finally {
            byId.forEach(item -> arrived(item, item.created()));
        }
    }

    private void arrived(WorkItem item, Instant when) {
        jdbc.sql("update worklist_task set created_at = :when where task_id = :task").param("when", when.atOffset(ZoneOffset.UTC)).param("task", item.taskId()).update();
    }

    /** The other one is neither waited for nor asked about at the gate. */
    @Test
    void whatSomebodyElseIsAboutToTakeIsPassedOver() {
        String member = "worklist-quick-" + NUMBER.incrementAndGet();
        staff(member, Role.ACCEPTANCE_OFFICER);
        String first = item(submitted()).taskId();
        String second = item(submitted()).taskId();
        String[] got = new String[1];
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(worklist.hold(first)).isTrue();
            got[0] = CompletableFuture.supplyAsync(() -> next.claim(officer(member), WorkFilter.NONE)).orTimeout(1, TimeUnit.MINUTES).join().taken().taskId();
        });
        assertThat(got[0]).isEqualTo(second);
        assertThat(next.claim(officer(member), WorkFilter.NONE).taken().taskId()).as("waits again for the next who asks").isEqualTo(first);
        assertThat(worklist.hold(first)).as("waits no more").isFalse();
    }

    @Test
    void aTaskThatMovesWhileTheDeskIsShownIsThereOnceAndWithItsButton() throws Exception {
        String task = item(submitted()).taskId();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService mover = Executors.newSingleThreadExecutor();
        Future<?> moves = mover.submit(() -> {
            while (!over.get()) {
                tasks.claim(task, OFFICER);
                tasks.unclaim(task, OFFICER);
            }
        });
        try {
            for (int look = 0; look < 150; look++) {
                String page = as(OFFICER, get("/desk")).getContentAsString();
                assertThat(page.split("/desk/tasks/" + task + "/(un)?claim\"", -1)).as("look %d", look).hasSize(2);
            }
        } finally {
            over.set(true);
            mover.shutdown();
        }
        moves.get();
    }

    @Test
    void manyAtOnceNeverGetTheSame() throws Exception {
        List<String> cases = new ArrayList<>(List.of(submitted(), submitted(), submitted()));
        List<Callable<WorkItem>> people = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String person = "worklist-officer-" + i;
            staff(person, Role.ACCEPTANCE_OFFICER);
            people.add(() -> next.claim(officer(person), WorkFilter.NONE).taken());
        }
        ExecutorService threads = Executors.newFixedThreadPool(people.size());
        List<String> taken = new ArrayList<>();
        for (Future<WorkItem> one : threads.invokeAll(people)) {
            if (one.get() != null) {
                taken.add(one.get().number());
            }
        }
        threads.shutdown();
        assertThat(taken).containsExactlyInAnyOrderElementsOf(cases);
    }

    @Test
    void whatWasRefusedOfManyIsToldRowByRow() throws Exception {
        String own = "worklist-both-" + NUMBER.incrementAndGet();
        String barred = submitted(own, "自己审核");
        accounts.grant(own, Set.of(Role.APPLICANT, Role.ACCEPTANCE_OFFICER), "administrator");
        String free = submitted();
        String taken = submitted();
        tasks.claim(item(taken).taskId(), OFFICER);
        MockHttpServletResponse none = as(own, post("/desk/worklist/claim"));
        assertThat(none.getStatus()).isEqualTo(400);
        assertThat(none.getContentAsString()).contains("请先选择至少一项任务").contains(free);
        var done = as(own, post("/desk/worklist/claim").param("task", item(barred).taskId(), item(free).taskId(), item(taken).taskId()));
        assertThat(done.getRedirectedUrl()).isEqualTo("/desk/worklist?view=waiting");
        assertThat(item(free).assignee()).isEqualTo(own);
        assertThat(as(own, post("/desk/worklist/claim/" + item(barred).taskId()).param("view", "waiting")).getRedirectedUrl())
                .as("back to the list, which says why").isEqualTo("/desk/worklist?view=waiting");
        String alone = submitted();
        assertThat(as(own, post("/desk/worklist/claim/" + item(alone).taskId())).getRedirectedUrl()).isEqualTo("/desk/tasks/" + item(alone).taskId());
        String told = api(own, post("/api/desk/worklist/claim"), "{\"tasks\":[\"%s\",\"%s\"]}".formatted(item(barred).taskId(), item(taken).taskId()))
                .getContentAsString();
        assertThat(told).contains("不得办理本人的申报").contains("认领").doesNotContain("\"done\":true");
    }

    @Test
    void aLeadGivesTasksToColleaguesAndNobodyElseDoes() throws Exception {
        staff("worklist-lead", Role.TEAM_LEAD, Role.ACCEPTANCE_OFFICER);
        staff("worklist-member", Role.ACCEPTANCE_OFFICER);
        String one = submitted();
        String two = submitted();
        assertThat(page("worklist-lead")).contains("分派给").contains("worklist-member").doesNotContain(">approver<");
        assertThat(page(OFFICER)).doesNotContain("分派给");
        MockHttpServletResponse toNobody = as("worklist-lead", post("/desk/worklist/assign").param("task", item(one).taskId()));
        assertThat(toNobody.getStatus()).isEqualTo(400);
        assertThat(toNobody.getContentAsString()).as("what was ticked stays ticked").contains("value=\"" + item(one).taskId() + "\" checked")
                .contains("value=\"" + item(two).taskId() + "\">");
        as("worklist-lead", post("/desk/worklist/assign").param("task", item(one).taskId(), item(two).taskId()).param("to", "worklist-member"));
        assertThat(worklist.page(officer("worklist-member"), WorkView.MINE, WorkFilter.NONE, null, 10)).extracting(WorkItem::number).contains(one, two);
        assertThat(as("worklist-lead", get("/desk/worklist?view=team")).getContentAsString()).contains(one).contains(two);
        String refused = api(OFFICER, post("/api/desk/worklist/assign"), "{\"tasks\":[\"%s\"],\"to\":\"worklist-sweeper\"}".formatted(item(one).taskId()))
                .getContentAsString();
        assertThat(refused).contains("\"done\":false");
        String given = api("worklist-lead", post("/api/desk/worklist/assign"), "{\"tasks\":[\"%s\"],\"to\":\"approver\"}".formatted(item(one).taskId()))
                .getContentAsString();
        assertThat(given).contains("没有办理这项任务所需的角色");
    }

    @Test
    void aLeadTakesOverWhatAColleagueHasFromItsPage() throws Exception {
        staff("worklist-chief", Role.TEAM_LEAD, Role.ACCEPTANCE_OFFICER);
        staff("worklist-worker", Role.ACCEPTANCE_OFFICER);
        String task = item(submitted()).taskId();
        String act = "/desk/worklist/assign/" + task;
        assertThat(as("worklist-chief", get("/desk/tasks/" + task)).getContentAsString()).as("nobody has it: it is claimed").doesNotContain(act);
        tasks.claim(task, "worklist-worker");
        assertThat(as(OFFICER, get("/desk/tasks/" + task)).getContentAsString()).doesNotContain(act);
        assertThat(as(OFFICER, post(act)).getRedirectedUrl()).isEqualTo("/desk/worklist?view=waiting");
        assertThat(tasks.find(task).orElseThrow().assignee()).isEqualTo("worklist-worker");
        assertThat(as("worklist-chief", get("/desk/tasks/" + task)).getContentAsString()).contains(act).contains("改由我办理");
        assertThat(as("worklist-chief", post(act)).getRedirectedUrl()).isEqualTo("/desk/tasks/" + task);
        assertThat(tasks.find(task).orElseThrow().assignee()).isEqualTo("worklist-chief");
        assertThat(as("worklist-chief", get("/desk/worklist?view=mine")).getContentAsString()).as("may give to themselves").contains("value=\"worklist-chief\"");
    }

    private MockHttpServletResponse api(String account, MockHttpServletRequestBuilder request, String body) throws Exception {
        request.contentType(MediaType.APPLICATION_JSON).content(body).with(user(account)
                .roles(accounts.find(account).orElseThrow().roles().stream().map(Role::id).toArray(String[]::new)));
        MockHttpServletResponse answer = MockMvcBuilders.webAppContextSetup(product).apply(springSecurity()).build().perform(request).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }

    @Test
    void programsHaveTheSameLists() throws Exception {
        String caseNumber = submitted();
        assertThat(api(OFFICER, get("/api/desk/worklist?view=waiting&step=review-materials&size=200"), "").getContentAsString()).contains(caseNumber)
                .contains("\"counts\"");
        assertThat(api(OFFICER, post("/api/desk/worklist/search"), "{\"sought\":\"欧阳\"}").getContentAsString()).contains(caseNumber).doesNotContain("欧阳待办");
        assertThat(api(OFFICER, get("/api/desk/worklist?view=all"), "").getStatus()).isEqualTo(400);
        assertThat(api(OFFICER, get("/api/desk/worklist?after=x"), "").getStatus()).isEqualTo(400);
        assertThat(api("administrator", get("/api/desk/worklist"), "").getStatus()).isEqualTo(403);
        staff("worklist-program", Role.ACCEPTANCE_OFFICER);
        assertThat(api("worklist-program", post("/api/desk/worklist/next"), "{}").getContentAsString()).contains(caseNumber);
        assertThat(api("worklist-program", post("/api/desk/worklist/next"), "{}").getStatus()).isEqualTo(204);
    }

    @Test
    void tasklistHearsHowManyTasksWaitForADeputy() throws Exception {
        staff("worklist-away", Role.ACCEPTANCE_OFFICER);
        staff("worklist-deputy", Role.ACCEPTANCE_OFFICER);
        tasks.claim(item(submitted()).taskId(), "worklist-away");
        assertThat(api("worklist-deputy", get("/desk/worklist/counts"), "").getContentAsString()).contains("\"mine\":0").doesNotContain("deputy");
        absences.enter("worklist-away", LocalDate.now(clock), LocalDate.now(clock), "worklist-deputy", "worklist-away");
        assertThat(api("worklist-deputy", get("/desk/worklist/counts"), "").getContentAsString()).contains("\"deputy\":1");
        assertThat(api("manager", get("/desk/worklist/counts"), "").getStatus()).isEqualTo(403);
    }

    @Test
    void anAdministratorSeesADifferenceAndMendsIt() throws Exception {
        String caseNumber = submitted();
        as("administrator", get("/desk/worklist/check"));
        assertThat(as("administrator", post("/desk/worklist/check")).getContentAsString()).contains("全部一致");
        jdbc.sql("update worklist_task set assignee = 'nobody' where number = :number").param("number", caseNumber).update();
        assertThat(as("administrator", post("/desk/worklist/check")).getContentAsString()).contains("有 1 处不一致").contains(caseNumber);
        assertThat(as("administrator", post("/desk/worklist/check/rebuild")).getContentAsString()).contains("已重新生成").contains("全部一致");
        assertThat(as(OFFICER, post("/desk/worklist/check")).getStatus()).isEqualTo(403);
    }
}
