package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.casework.RecusalRequests;
import org.zhiping.casework.RecusalRequests.Request;
import org.zhiping.casework.RecusalRequests.Wish;
import org.zhiping.casework.Recusals;
import org.zhiping.casework.RelationKind;
import org.zhiping.exam.PanelState;
import org.zhiping.exam.Panels;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Round;
import org.zhiping.notice.Entry;
import org.zhiping.notice.Inbox;
import org.zhiping.page.PageReader;
import org.zhiping.page.SoundHtml;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Retained;

/** Keeping out of a case: said by oneself or by a team lead, with what becomes of the work that was taken already. */
@ProductTest
class RecusalsTest {

    private static final String LEAD = "lead-of-recusals";

    @Autowired ProcessEngine engine;
    @Autowired CaseWalk walk;
    @Autowired Recusals recusals;
    @Autowired RecusalRequests requests;
    @Autowired Inbox inbox;
    @Autowired List<Retained> retained;
    @Autowired Panels panels;
    @Autowired Accounts accounts;
    @Autowired Applications applications;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @Autowired WebApplicationContext product;
    Round round;

    @BeforeEach
    void hire() {
        walk.hireStaff();
        if (accounts.find(LEAD).isEmpty()) {
            accounts.create(LEAD, "组长", "", Set.of(Role.TEAM_LEAD, Role.ACCEPTANCE_OFFICER, Role.PANEL_MEMBER, Role.EVALUATOR), "Walk-the-case-1", "test");
        }
        round = walk.openRound("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A"));
        jdbc.sql("delete from relation").update();
    }

    @Test
    void whoeverStandsAsideAtTheDeskGivesTheTaskBackAndIsKeptOut() throws Exception {
        PageReader reader = new PageReader(product);
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        walk.claim("officer", caseNumber, "review-materials");
        String page = reader.as("officer", get("/desk/recusals?caseNumber=" + caseNumber)).getContentAsString();
        SoundHtml.check("/desk/recusals", page);
        assertThat(page).contains("value=\"" + caseNumber + "\"").doesNotContain("组长可为组员登记");
        var blank = reader.as("officer", post("/desk/recusals").with(csrf()).param("kind", "TEACHER").param("caseNumber", caseNumber).param("reason", ""));
        assertThat(blank.getStatus()).isEqualTo(400);
        assertThat(blank.getContentAsString()).contains("href=\"#reason\"").contains("value=\"" + caseNumber + "\"");
        assertThat(reader.as("officer", post("/desk/recusals").with(csrf()).param("kind", "RECUSAL").param("caseNumber", caseNumber)
                .param("reason", "系申请人的亲属")).getStatus()).isEqualTo(302);
        assertThat(assignee(caseNumber)).isNull();
        refused(() -> walk.claim("officer", caseNumber, "review-materials"), "duty-recused");
        assertThat(reader.as("officer", get("/desk/recusals")).getContentAsString()).contains("系申请人的亲属");
    }

    @Test
    void onlyALeadRecordsForAnotherAndOnlyALeadLifts() throws Exception {
        PageReader reader = new PageReader(product);
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        refused(() -> recusals.declare(Recusals.Declaration.ofCase("officer", caseNumber, "亲属"), "approver"), "recusal-not-led");
        recusals.declare(Recusals.Declaration.ofCase("officer", caseNumber, "亲属"), LEAD);
        long id = recusals.of("officer").get(0).id();
        assertThat(jdbc.sql("select account from notice where kind = 'staff-recused' and number = :case").param("case", caseNumber)
                .query(String.class).list()).containsExactly("officer");
        refused(() -> recusals.lift(id, "登记有误", "officer"), "relation-lift-by-lead");
        String page = reader.as(LEAD, get("/desk/recusals")).getContentAsString();
        SoundHtml.check("/desk/recusals", page);
        assertThat(page).contains("/desk/recusals/" + id + "/lift");
        SoundHtml.check("lift", reader.as(LEAD, get("/desk/recusals/" + id + "/lift")).getContentAsString());
        assertThat(reader.as("officer", get("/desk/recusals/" + id + "/lift")).getStatus()).isEqualTo(403);
        assertThat(reader.as(LEAD, post("/desk/recusals/" + id + "/lift").with(csrf())).getStatus()).isEqualTo(400);
        assertThat(reader.as(LEAD, post("/desk/recusals/" + id + "/lift").with(csrf()).param("because", "案号填错")).getStatus()).isEqualTo(302);
        walk.claim("officer", caseNumber, "review-materials");
        assertThat(recusals.of("officer")).singleElement().satisfies(one -> assertThat(one.lifted().because()).isEqualTo("案号填错"));
    }

    @Test
    void aRelationToAPersonIsDeclaredBeforeThereIsACaseAndTheNumberIsNotKept() {
        String earlier = walk.applyAtWork(round, "LEVEL_4", "A");
        String number = applications.find(earlier).claims().person().idNumber();
        recusals.declare(new Recusals.Declaration("officer", RelationKind.RELATIVE, "", "RESIDENT_ID", number.toLowerCase(), "申请人", null, null, "堂兄弟"), "officer");
        refused(() -> walk.claim("officer", earlier, "review-materials"), "duty-relative");
        String stranger = walk.applyAtWork(round, "LEVEL_4", "A");
        walk.claim("officer", stranger, "review-materials");
        assertThat(jdbc.sql("select relation::text from relation").query(String.class).list().toString()).doesNotContain(number, "申请人");
        refused(() -> recusals.declare(new Recusals.Declaration("officer", RelationKind.RELATIVE, "", "RESIDENT_ID", "123", "申请人", null, null, "堂兄弟"), "officer"), "id-number-length");
        refused(() -> recusals.declare(new Recusals.Declaration("officer", RelationKind.RELATIVE, "", "", "", "", null, null, ""), "officer"), "relation-person", "recusal-reason");
    }

    @Test
    void aRelationHoldsOnlyWhileItLastsButWhatWasTaughtStaysTaught() {
        LocalDate today = LocalDate.now(clock);
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        declare("officer", RelationKind.OTHER, caseNumber, today.minusYears(3), today.minusDays(1));
        declare("officer", RelationKind.TEACHER, caseNumber, today.plusDays(1), null);
        walk.claim("officer", caseNumber, "review-materials");
        walk.review(caseNumber, "escalated", "需进一步判断");
        declare("evaluator1", RelationKind.TAUGHT_COURSE, caseNumber, null, today.minusYears(9));
        refused(() -> walk.claim("evaluator1", caseNumber, "give-evaluator-opinion"), "duty-taught-course");
        walk.claim("evaluator2", caseNumber, "give-evaluator-opinion");
    }

    @Test
    void thePanelOfWhoStandsAsideIsRecalledAndAScorerIsToBeReplaced() {
        Round school = walk.openRound("independent-operator", "undated", List.of("JUNIOR"), List.of());
        String caseNumber = walk.applyAsStudent(school);
        walk.review(caseNumber, "accepted", null);
        String session = walk.openSession(school, "JUNIOR", null, "THEORY");
        walk.plan(session, List.of("evaluator3"), List.of(caseNumber));
        walk.recordAttendance(session, Map.of());
        assertThat(recusals.declare(Recusals.Declaration.ofCase("evaluator3", caseNumber, "师生"), "evaluator3").toReplace()).containsExactly(session);
        assertThat(jdbc.sql("select account from notice where kind = 'staff-scorer-recused' and number = :session").param("session", session)
                .query(String.class).list()).contains("planner");
        jdbc.sql("delete from relation").update();
        walk.enterScores(session, "evaluator3", Map.of(caseNumber, 80));
        walk.verify(session, "verified", null);
        walk.finish("planner", caseNumber, "appoint-panel", shown -> Map.of("members", List.of("member1", "member2", "member3"), "chair", "member1",
                "heldAt", "2099-01-01T09:00:00Z", "minutes", 30, "place", "评审室"));
        assertThat(recusals.declare(Recusals.Declaration.ofCase("member2", caseNumber, "师生"), LEAD).recalled()).isOne();
        assertThat(panels.find(caseNumber, "CAPABILITY").orElseThrow().state()).isEqualTo(PanelState.RECALLED);
    }

    @Test
    void whatAnApplicantAsksForIsRecordedByALeadAndNobodyIsNamedToThem() throws Exception {
        PageReader reader = new PageReader(product);
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        String applicant = applicant(caseNumber);
        String page = "/portal/applications/" + caseNumber + "/recusals";
        walk.claim("officer", caseNumber, "review-materials");
        assertThat(reader.as(applicant, get("/portal/applications/" + caseNumber)).getContentAsString()).contains(page);
        String before = reader.as(applicant, get(page)).getContentAsString();
        assertThat(before).contains("申请回避").doesNotContain("工作人员 officer", "officer");
        var long5000 = reader.as(applicant, ask(page, "<script>alert(1)</script>", "", "", "师".repeat(5000)));
        assertThat(long5000.getStatus()).isEqualTo(400);
        assertThat(long5000.getContentAsString()).contains("href=\"#why\"", "href=\"#kind\"", "师".repeat(5000), "&lt;script&gt;").doesNotContain("<script>alert");
        assertThat(reader.as(applicant, ask(page, "工作人员officer老师", "<b>某学院</b>", "TEACHER", "曾任我的班主任")).getStatus()).isEqualTo(302);
        assertThat(reader.as(applicant, ask(page, " 工作人员 Officer 老师", "", "TEACHER", "再说一次")).getStatus()).isEqualTo(409);
        for (String name : List.of("甲某", "乙某")) {
            assertThat(reader.as(applicant, ask(page, name, "", "OTHER", "担心")).getStatus()).isEqualTo(302);
        }
        assertThat(reader.as(applicant, ask(page, "丙某", "", "OTHER", "担心")).getStatus()).isEqualTo(429);
        assertThat(reader.as(applicant, get(page)).getContentAsString()).contains("正在办理", "&lt;b&gt;").doesNotContain("<b>某学院");
        assertThat(reader.as(applicant(walk.applyAtWork(round, "LEVEL_4", "A")), get(page)).getStatus()).isEqualTo(404);
        assertThat(jdbc.sql("select recusal_request::text from recusal_request where case_number = :case").param("case", caseNumber).query(String.class).list()
                .toString()).doesNotContain("班主任", "某学院", "老师");

        long id = requests.of(caseNumber).get(2).id();
        String request = "/desk/recusal-requests/" + id;
        assertThat(reader.as(LEAD, get("/desk/recusals")).getContentAsString()).contains(request);
        assertThat(jdbc.sql("select account from notice where kind = 'staff-recusal-asked' and number = :case").param("case", caseNumber)
                .query(String.class).list()).contains(LEAD).doesNotContain("officer");
        assertThat(reader.as("officer", get("/desk/recusals")).getContentAsString()).doesNotContain(request);
        assertThat(reader.as("officer", get(request)).getStatus()).isEqualTo(403);
        assertThat(reader.as("officer", post(request + "/decline").with(csrf()).param("answer", "不是")).getStatus()).isEqualTo(403);
        assertThat(reader.as(LEAD, get(request)).getContentAsString()).contains("value=\"officer\"", "曾任我的班主任");
        assertThat(reader.as(LEAD, get(request).param("search", "没有这个人")).getContentAsString()).contains("没有姓名或账号相符的工作人员");
        assertThat(reader.as(LEAD, post(request + "/record").with(csrf()).param("account", "approver").param("kind", "TEACHER").param("reason", "核实"))
                .getStatus()).isEqualTo(403);
        var unsure = reader.as(LEAD, post(request + "/record").with(csrf()).param("kind", "TEACHER").param("reason", "写了很多"));
        assertThat(unsure.getStatus()).isEqualTo(400);
        assertThat(unsure.getContentAsString()).contains("写了很多", "href=\"#account\"");
        assertThat(reader.as(LEAD, post(request + "/record").with(csrf()).param("account", "officer").param("kind", "TEACHER").param("reason", "核实"))
                .getStatus()).isEqualTo(302);
        assertThat(assignee(caseNumber)).isNull();
        refused(() -> walk.claim("officer", caseNumber, "review-materials"), "duty-teacher");
        refused(() -> requests.decline(id, "不是", LEAD), "recusal-request-settled");
        assertThat(reader.as(LEAD, get(request)).getContentAsString()).contains("已登记回避", "工作人员 officer");
        assertThat(reader.as(applicant, get(page)).getContentAsString()).contains("已登记回避").doesNotContain("工作人员 officer", LEAD);
        assertThat(inbox.of(applicant)).extracting(Entry::kind).contains("recusal-asked", "recusal-recorded");
        assertThat(reader.as(applicant, get("/portal/applications/" + caseNumber + "/record")).getContentAsString()).contains("您申请回避", "您的回避申请：已登记")
                .doesNotContain("officer");
        assertThat(jdbc.sql("select kind from case_record where case_number = :case order by position").param("case", caseNumber).query(String.class).list())
                .containsSubsequence("recusal-asked", "relation-declared", "recusal-recorded");
    }

    private String applicant(String caseNumber) {
        return applications.find(caseNumber).applicant();
    }

    private static MockHttpServletRequestBuilder ask(String page, String name, String employer, String kind, String why) {
        return post(page).with(csrf()).param("name", name).param("employer", employer).param("kind", kind).param("why", why);
    }

    @Test
    void nobodySettlesWhatConcernsThemAndWhatWasDoneCanBeDeclaredVoid() throws Exception {
        if (accounts.find("second-lead").isEmpty()) {
            accounts.create("second-lead", "张主任", "", Set.of(Role.TEAM_LEAD, Role.ACCEPTANCE_OFFICER), "Walk-the-case-1", "test");
        }
        PageReader reader = new PageReader(product);
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        String applicant = applicant(caseNumber);
        walk.review(caseNumber, "escalated", "需进一步判断");
        requests.ask(caseNumber, applicant, new Wish("受理 officer", "", RelationKind.RELATIVE, "是我的表兄"));
        requests.ask(caseNumber, applicant, new Wish("张 主任", "", RelationKind.OTHER, "有过纠纷"));
        long ofLead = requests.of(caseNumber).get(0).id();
        long ofOfficer = requests.of(caseNumber).get(1).id();
        refused(() -> requests.find(ofLead, "second-lead"), "recusal-request-own");
        refused(() -> requests.decline(ofLead, "不是", "second-lead"), "recusal-request-own");
        refused(() -> requests.record(ofOfficer, "second-lead", RelationKind.OTHER, "核实", "second-lead"), "recusal-request-own");
        assertThat(requests.open("second-lead")).extracting(Request::id).contains(ofOfficer).doesNotContain(ofLead);
        declare(LEAD, RelationKind.RELATIVE, caseNumber, null, null);
        refused(() -> requests.find(ofOfficer, LEAD), "duty-giver");
        refused(() -> requests.decline(ofOfficer, "不是", LEAD), "duty-giver");
        assertThat(requests.open(LEAD)).extracting(Request::caseNumber).doesNotContain(caseNumber);
        requests.record(ofOfficer, "officer", RelationKind.RELATIVE, "核实", "second-lead");
        assertThat(reader.as("second-lead", get("/desk/recusal-requests/" + ofOfficer)).getContentAsString()).contains("已经办理的环节", "/void");
        jdbc.sql("delete from relation where account_id = :lead").param("lead", LEAD).update();
        refused(() -> requests.decline(ofLead, " ", LEAD), "recusal-request-answer");
        requests.decline(ofLead, "不办理您的申报", LEAD);
        assertThat(inbox.of(applicant)).extracting(Entry::kind).contains("recusal-declined");
        assertThat(reader.as(applicant, get("/portal/applications/" + caseNumber + "/recusals")).getContentAsString()).contains("不予登记", "不办理您的申报");

        requests.ask(caseNumber, applicant, new Wish("甲某", "", RelationKind.OTHER, "担心"));
        long late = requests.of(caseNumber).get(0).id();
        walk.withdraw(caseNumber);
        refused(() -> requests.ask(caseNumber, applicant, new Wish("乙某", "", RelationKind.OTHER, "担心")), "recusal-request-over");
        refused(() -> requests.decline(late, "不是", LEAD), "recusal-request-over");
        assertThat(requests.open(LEAD)).extracting(Request::id).doesNotContain(late);
        assertThat(reader.as(applicant, get("/portal/applications/" + caseNumber + "/recusals")).getContentAsString()).contains("申报已办结");
        Retained kept = retained.stream().filter(one -> one.kind().equals("recusal-requests")).findFirst().orElseThrow();
        var item = kept.begunBefore(clock.instant().plusSeconds(60), "", 100_000).stream().filter(one -> one.id().equals(caseNumber)).findFirst().orElseThrow();
        kept.delete(item, "test");
        assertThat(requests.of(caseNumber)).isEmpty();
    }

    private void declare(String account, RelationKind kind, String caseNumber, LocalDate from, LocalDate until) {
        recusals.declare(new Recusals.Declaration(account, kind, caseNumber, "", "", "", from, until, "须回避"), account);
    }

    private String assignee(String caseNumber) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber).singleResult().getAssignee();
    }

    private static void refused(Runnable act, String... codes) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.faults()).extracting(Refusal.Fault::code).contains(codes));
    }
}
