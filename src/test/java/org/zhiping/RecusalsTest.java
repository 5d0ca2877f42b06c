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
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.casework.Recusals;
import org.zhiping.casework.RelationKind;
import org.zhiping.exam.PanelState;
import org.zhiping.exam.Panels;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Round;
import org.zhiping.page.PageReader;
import org.zhiping.page.SoundHtml;
import org.zhiping.platform.Refusal;

/** Keeping out of a case: said by oneself or by a team lead, with what becomes of the work that was taken already. */
@ProductTest
class RecusalsTest {

    private static final String LEAD = "lead-of-recusals";

    @Autowired ProcessEngine engine;
    @Autowired CaseWalk walk;
    @Autowired Recusals recusals;
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
