package org.zhiping.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.ProductTest;
import org.zhiping.document.PageReading;
import org.zhiping.document.TestDocuments;
import org.zhiping.exam.Attendance;
import org.zhiping.exam.AttendanceMark;
import org.zhiping.exam.ExamSteps;
import org.zhiping.exam.SessionPlan;
import org.zhiping.exam.SessionSteps;
import org.zhiping.exam.Sessions;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Announcement;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Claims;
import org.zhiping.intake.HandIns;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Round;
import org.zhiping.intake.RoundPlan;
import org.zhiping.intake.RoundStatus;
import org.zhiping.intake.Rounds;
import org.zhiping.page.PageReader;
import org.zhiping.page.SoundHtml;
import org.zhiping.review.ReviewSteps;

/** Case files and sessions on the desk: each person sees what their roles need, and a score sheet loses nothing. */
@ProductTest
@TestPropertySource(properties = "zhiping.sample.enabled=true")
class DeskPagesTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalDate OPENS = LocalDate.now().plusDays(40);

    @Autowired WebApplicationContext product;
    @Autowired Accounts accounts;
    @Autowired Rounds rounds;
    @Autowired Intake intake;
    @Autowired Applications applications;
    @Autowired Sessions sessions;
    @Autowired SessionSteps sessionSteps;
    @Autowired ExamSteps examSteps;
    @Autowired ReviewSteps reviewSteps;
    @Autowired HandIns handIns;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;
    PageReader reader;
    String applicant;
    String round;

    @BeforeEach
    void anApplicant() {
        reader = new PageReader(product);
        applicant = "desk-applicant-" + NUMBER.incrementAndGet();
        accounts.register(applicant, "孙台面", "correct-horse-7");
        round = rounds.open().stream().filter(open -> open.standard().equals("all-media-operator")).findFirst().orElseThrow().number();
    }

    private MockHttpServletResponse as(String account, MockHttpServletRequestBuilder request) throws Exception {
        return reader.as(account, request);
    }

    /** A valid number of its own for each test, GB 11643. */
    private static String idNumber(int serial) {
        String body = "11010519900307%03d".formatted(serial);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += Character.digit(body.charAt(i), 10) * ((1 << (17 - i)) % 11);
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    private String submitted() {
        String caseNumber = intake.start(applicant, round, "LEVEL_4", "A").caseNumber();
        intake.save(applicant, caseNumber, new Claims(
                new Claims.Person("RESIDENT_ID", idNumber(NUMBER.get()), null, null, "13800000000", "WORKER", "某公司"),
                List.of(new Claims.Job("某公司", "全媒体运营师", "2015-03-01", "")), null, null, null, null, null), null);
        intake.requirements(applicant, caseNumber).stream().filter(line -> line.missing()).forEach(line -> {
            TestDocuments.Upload upload = TestDocuments.upload(line.material());
            intake.attach(applicant, caseNumber, line.material(), upload.name(), upload.stream());
        });
        intake.submit(applicant, caseNumber);
        return caseNumber;
    }

    private String scoring(String caseNumber) {
        return scoring(caseNumber, "THEORY", "evaluator-1");
    }

    private String scoring(String caseNumber, String part, String... scorers) {
        var application = applications.find(caseNumber);
        application.accept();
        applications.save(application);
        String session = sessions.open(round, "LEVEL_4", "A", part, "exam-officer");
        sessions.plan(session, new SessionPlan(clock.instant().plus(Duration.ofDays(1)), 120, "101 考场", 30,
                List.of("invigilator-1", "invigilator-2"), List.of(scorers)), List.of(caseNumber));
        sessionSteps.seat(session);
        sessions.recordAttendance(session, List.of(new AttendanceMark(caseNumber, Attendance.PRESENT, "")), "invigilator-1");
        return session;
    }

    @Test
    void aReviewerSeesThePersonAndTheMaterialsAndTheExamOfficerDoesNot() throws Exception {
        String caseNumber = submitted();
        String reviewer = as("acceptance-officer", get("/desk/cases/" + caseNumber)).getContentAsString();
        SoundHtml.check("/desk/cases", reviewer);
        assertThat(reviewer).contains("孙台面").contains("138******00").doesNotContain("13800000000").contains("证明.pdf");
        String examOfficer = as("exam-officer", get("/desk/cases/" + caseNumber)).getContentAsString();
        assertThat(examOfficer).contains("孙**").doesNotContain("孙台面").doesNotContain("13800000000").doesNotContain("证明.pdf");
    }

    @Test
    void thePanelBesideATaskShowsNobodyMoreThanTheCasePage() throws Exception {
        String caseNumber = submitted();
        String panel = "/desk/cases/" + caseNumber + "/panel";
        String reviewer = fragment("acceptance-officer", panel);
        assertThat(reviewer).contains("孙台面").contains("138******00").doesNotContain("13800000000").contains("证明.pdf")
                .contains("id=\"tab-facts\"").contains("id=\"part-notices\"").contains("/preview?page=1").doesNotContain("<html");
        String examOfficer = fragment("exam-officer", panel);
        assertThat(examOfficer).contains("孙**").doesNotContain("孙台面").doesNotContain("138******00").doesNotContain("证明.pdf")
                .doesNotContain("part-notices").doesNotContain("part-materials");
        assertThat(fragment("acceptance-officer", panel + "?framed=true")).contains("<body class=\"framed\"").contains("/js/tabs.js").contains("孙台面");
        assertThat(as("exam-officer", get(panel + "/materials")).getStatus()).isEqualTo(403);
        assertThat(as("manager", get(panel)).getStatus()).isEqualTo(403);
        assertThat(reviewer).contains("/desk/cases/" + caseNumber + "/record\"");
        MockHttpServletResponse framed = as("manager", get(panel + "?framed=true"));
        assertThat(framed.getStatus()).isEqualTo(403);
        assertThat(framed.getContentAsString()).as("short, without the header of a page").contains("<body class=\"framed\"")
                .contains("您的角色不能查看这里的案卷内容").doesNotContain("<header").doesNotContain("<nav");
        assertThat(as("manager", get("/desk/tasks/none/panel?framed=true")).getContentAsString()).contains("<body class=\"framed\"").doesNotContain("<header");
        accounts.grant(applicant, Set.of(Role.APPLICANT, Role.ACCEPTANCE_OFFICER), "administrator");
        assertThat(as(applicant, get(panel)).getStatus()).isEqualTo(403);
        assertThat(as(applicant, get(panel + "?framed=true")).getContentAsString()).contains("不得办理本人的申报").doesNotContain("您的角色");
    }

    @Test
    void whatNoReviewHasAcceptedIsNotCalledConfirmed() throws Exception {
        assertThat(fragment("acceptance-officer", "/desk/cases/" + submitted() + "/panel")).contains("尚未核实");
    }

    @Test
    void thePanelTellsWhatTheApplicantChangedBetweenRounds() throws Exception {
        String caseNumber = submitted();
        act(() -> {
            reviewSteps.open(caseNumber);
            reviewSteps.returnToApplicant(caseNumber);
        });
        Claims claims = applications.find(caseNumber).claims();
        intake.save(applicant, caseNumber, new Claims(new Claims.Person("RESIDENT_ID", claims.person().idNumber(), null, null,
                "13911112222", "WORKER", "某公司"), List.of(new Claims.Job("另一公司", "全媒体运营师", "2014-02-01", "")),
                claims.certificates(), claims.titles(), claims.educations(), claims.courses(), claims.condition()), null);
        act(() -> {
            handIns.keep(applications.find(caseNumber));
            reviewSteps.open(caseNumber);
        });
        assertThat(fragment("acceptance-officer", "/desk/cases/" + caseNumber + "/panel"))
                .contains("第 1 次与第 2 次审核之间").contains("<del>某公司</del>").contains("<ins>另一公司</ins>").contains("2014-02-01")
                .contains("<ins>139******22</ins>").doesNotContain("13911112222");
        assertThat(fragment("approver", "/desk/cases/" + caseNumber + "/panel")).contains("2014-02-01").doesNotContain("139****");
    }

    private void act(Runnable act) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> act.run());
    }

    /** A piece of a page, which is sound when the page around it is. */
    private String fragment(String account, String path) throws Exception {
        return reader.piece(account, get(path)).getContentAsString();
    }

    @Test
    void aMaterialIsShownInlineToReviewersAndNoneOfAnotherCase() throws Exception {
        String caseNumber = submitted();
        var file = intake.requirements(applicant, caseNumber).stream().flatMap(line -> line.files().stream()).findFirst().orElseThrow();
        var shown = as("acceptance-officer", get("/desk/cases/" + caseNumber + "/materials/" + file.document()));
        assertThat(shown.getHeader("Content-Disposition")).startsWith("inline");
        assertThat(shown.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.getContentType()).startsWith("application/pdf");
        assertThat(as("exam-officer", get("/desk/cases/" + caseNumber + "/materials/" + file.document())).getStatus()).isEqualTo(403);
        assertThat(as("acceptance-officer", get("/desk/cases/" + caseNumber + "/materials/" + new UUID(0, 1))).getStatus()).isEqualTo(404);
    }

    @Test
    void nobodyOpensTheirOwnCaseFromTheDeskNorADraft() throws Exception {
        String draft = intake.start(applicant, round, "LEVEL_3", "A").caseNumber();
        assertThat(as("acceptance-officer", get("/desk/cases/" + draft)).getStatus()).isEqualTo(404);
        String caseNumber = submitted();
        accounts.grant(applicant, Set.of(Role.APPLICANT, Role.ACCEPTANCE_OFFICER), "administrator");
        assertThat(as(applicant, get("/desk/cases/" + caseNumber)).getStatus()).isEqualTo(403);
    }

    @Test
    void aScorerEntersTheirOwnColumnAndAWrongRowLosesNothing() throws Exception {
        String caseNumber = submitted();
        String sheet = "/desk/sessions/" + scoring(caseNumber) + "/scores";
        assertThat(as("evaluator-2", get(sheet)).getStatus()).isEqualTo(403);
        SoundHtml.check(sheet, as("evaluator-1", get(sheet)).getContentAsString());
        for (String wrong : List.of("60.005", "100.01", "-1", "好")) {
            var refused = as("evaluator-1", post(sheet).with(csrf()).param(caseNumber, wrong));
            assertThat(refused.getStatus()).as(wrong).isEqualTo(400);
            assertThat(refused.getContentAsString()).contains("value=\"" + wrong + "\"").contains("href=\"#" + caseNumber + "\"");
            SoundHtml.check(sheet, refused.getContentAsString());
        }
        assertThat(as("evaluator-1", post(sheet).with(csrf()).param(caseNumber, "59.99")).getStatus()).isEqualTo(302);
        assertThat(as("evaluator-1", get(sheet)).getContentAsString()).contains("value=\"59.99\"");
    }

    @Test
    void aSkillSheetHasAColumnForEachFunctionWithItsRequirementsAtHand() throws Exception {
        String caseNumber = submitted();
        String sheet = "/desk/sessions/" + scoring(caseNumber, "SKILL", "evaluator-1", "evaluator-2", "evaluator-3") + "/scores";
        String page = as("evaluator-1", get(sheet)).getContentAsString();
        SoundHtml.check(sheet, page);
        assertThat(page).contains("1 市场分析").contains("2 内容创作").contains("6 数据优化").contains("能搜集行业报告素材").doesNotContain("3 视听运营");
        var refused = as("evaluator-1", post(sheet).with(csrf()).param(caseNumber, "61").param(caseNumber + ".2", "好"));
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString()).contains("value=\"好\"").contains("href=\"#" + caseNumber + "-2\"").contains("id=\"" + caseNumber + "-2\"");
        SoundHtml.check(sheet, refused.getContentAsString());
        assertThat(as("evaluator-1", post(sheet).with(csrf()).param(caseNumber, "61").param(caseNumber + ".2", "55.5")).getStatus()).isEqualTo(302);
        assertThat(as("evaluator-1", get(sheet)).getContentAsString()).contains("value=\"61.00\"").contains("value=\"55.50\"");
    }

    @Test
    void aWeightedSheetTakesLinesAloneAndShowsTheTotalItMakes() throws Exception {
        var usual = rounds.find(round);
        Map<String, String> parameters = new HashMap<>(usual.parameters());
        parameters.put("skillWeights.LEVEL_4.A", "1:50 2:25 6:25");
        round = rounds.plan(new RoundPlan(usual.standard(), usual.edition(), usual.levels(), usual.directions(), usual.opensAt(),
                usual.closesAt(), usual.referenceDate(), parameters)).number();
        rounds.open(round);
        String caseNumber = submitted();
        rounds.close(round, "");
        String session = scoring(caseNumber, "SKILL", "evaluator-1", "evaluator-2", "evaluator-3");
        String sheet = "/desk/sessions/" + session + "/scores";
        assertThat(as("evaluator-1", get(sheet)).getContentAsString()).contains("50%").contains("—").doesNotContain("name=\"" + caseNumber + "\"");
        assertThat(as("evaluator-1", post(sheet).with(csrf()).param(caseNumber + ".1", "60").param(caseNumber + ".2", "60")
                .param(caseNumber + ".6", "59.99")).getStatus()).isEqualTo(302);
        String page = as("evaluator-1", get(sheet)).getContentAsString();
        SoundHtml.check(sheet, page);
        assertThat(page).contains(">59.99</output>").contains("value=\"60.00\"");
    }

    @Test
    void aScorerIsReplacedOnlyWhileTheProcessWaitsForScores() throws Exception {
        String session = scoring(submitted());
        String page = "/desk/sessions/" + session + "/scorers";
        SoundHtml.check(page, as("exam-officer", get(page)).getContentAsString());
        assertThat(as("score-verifier", get(page)).getStatus()).isEqualTo(403);
        var wrong = as("exam-officer", post(page).with(csrf()).param("leaving", "evaluator-1").param("successor", "invigilator-1").param("reason", "须回避"));
        assertThat(wrong.getStatus()).isEqualTo(400);
        assertThat(wrong.getContentAsString()).contains("href=\"#successor\"");
        var early = as("exam-officer", post(page).with(csrf()).param("leaving", "evaluator-1").param("successor", "evaluator-2").param("reason", "须回避"));
        assertThat(early.getStatus()).isEqualTo(409);
        assertThat(sessions.find(session).plan().scorers()).containsExactly("evaluator-1");
    }

    @Test
    void onlyAnExamOfficerRecallsAPanelAndOnlyWhereThereIsOne() throws Exception {
        String recall = "/desk/cases/" + submitted() + "/panel/recall";
        SoundHtml.check(recall, as("exam-officer", get(recall)).getContentAsString());
        assertThat(as("approver", get(recall)).getStatus()).isEqualTo(403);
        var blank = as("exam-officer", post(recall).with(csrf()).param("reason", " "));
        assertThat(blank.getStatus()).isEqualTo(400);
        assertThat(blank.getContentAsString()).contains("href=\"#reason\"");
        assertThat(as("exam-officer", post(recall).with(csrf()).param("reason", "委员须回避")).getStatus()).isEqualTo(409);
        assertThat(as("approver", post(recall).with(csrf()).param("reason", "委员须回避")).getStatus()).isEqualTo(403);
    }

    @Test
    void aSessionShowsScoresToNobodyWhileTheyAreEntered() throws Exception {
        String caseNumber = submitted();
        String session = scoring(caseNumber);
        as("evaluator-1", post("/desk/sessions/" + session + "/scores").with(csrf()).param(caseNumber, "77.77"));
        for (String account : List.of("exam-officer", "score-verifier", "supervisor", "invigilator-1", "evaluator-2")) {
            var page = as(account, get("/desk/sessions/" + session));
            assertThat(page.getContentAsString()).as(account).contains(session).doesNotContain("77.77");
            SoundHtml.check("/desk/sessions", page.getContentAsString());
        }
    }

    @Test
    void onlyExamOfficersAndTheCandidatePrintATicketAndNobodyOnceItsSeatIsFree() throws Exception {
        String caseNumber = submitted();
        String session = scoring(caseNumber);
        String desk = "/desk/sessions/" + session + "/tickets";
        String own = "/portal/applications/" + caseNumber + "/tickets/" + session + "-001";
        assertThat(as("exam-officer", get(desk)).getStatus()).isEqualTo(404);
        examSteps.issueTicket(caseNumber, "THEORY");
        for (var paper : List.of(as("exam-officer", get(desk)), as("exam-officer", get(desk + "/" + caseNumber)), as(applicant, get(own)))) {
            assertThat(new PageReading(paper.getContentAsByteArray()).text()).contains("孙台面", session + "-001");
        }
        assertThat(as("exam-officer", get("/desk/sessions/" + session)).getContentAsString()).contains(desk + "/" + caseNumber);
        assertThat(as("evaluator-1", get(desk)).getStatus()).isEqualTo(403);
        assertThat(as("evaluator-1", get("/desk/sessions/" + session)).getContentAsString()).doesNotContain(desk);
        assertThat(as("applicant", get(own)).getStatus()).isEqualTo(404);
        examSteps.release(caseNumber);
        assertThat(as(applicant, get(own)).getStatus()).isEqualTo(404);
        assertThat(as("exam-officer", get(desk)).getStatus()).isEqualTo(404);
        assertThat(as(applicant, get("/portal/applications/" + caseNumber)).getContentAsString()).doesNotContain(own);
    }

    @Test
    void aRoundWithAValueMissingIsPlannedButNotOpened() throws Exception {
        var planned = as("exam-officer", post("/desk/rounds").with(csrf()).param("standard", "independent-operator").param("edition", "undated")
                .param("levels", "JUNIOR").param("opensAt", OPENS + "T09:00").param("closesAt", OPENS.plusDays(60) + "T17:00").param("referenceDate", OPENS.toString()));
        assertThat(planned.getStatus()).isEqualTo(302);
        String page = planned.getRedirectedUrl();
        var refused = as("exam-officer", post(page).with(csrf()).param("act", "open"));
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString()).contains("href=\"#passMark\"").contains("href=\"#courseHours-JUNIOR\"");
        SoundHtml.check(page, refused.getContentAsString());
        var wrong = as("exam-officer", saved(page, "0").param("passMark", "sixty"));
        assertThat(wrong.getStatus()).isEqualTo(400);
        assertThat(wrong.getContentAsString()).contains("value=\"sixty\"");
        var unweighed = as("exam-officer", saved(page, "0").param("capabilityWeights.JUNIOR", "5.1-a:60 5.1-b:40"));
        assertThat(unweighed.getStatus()).isEqualTo(400);
        assertThat(unweighed.getContentAsString()).contains("href=\"#capabilityWeights-JUNIOR\"").contains("6.4-d").contains("value=\"5.1-a:60 5.1-b:40\"");
        SoundHtml.check(page, unweighed.getContentAsString());
        assertThat(as("exam-officer", saved(page, "0").param("name", "甲")).getStatus()).isEqualTo(302);
        var second = as("exam-officer", saved(page, "0").param("name", "乙"));
        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(second.getContentAsString()).contains("value=\"乙\"").contains("name=\"version\" value=\"1\"").contains("别人改过评价批次");
        for (String typed : List.of("0", "-1", "1e9", "９９９９９９９９９")) {
            var limited = as("exam-officer", saved(page, "1").param("capacity", typed));
            assertThat(limited.getStatus()).as(typed).isEqualTo(400);
            assertThat(limited.getContentAsString()).contains("href=\"#capacity\"").contains("value=\"" + typed + "\"");
        }
        assertThat(as("exam-officer", saved(page, "1").param("capacity", "３０")).getStatus()).isEqualTo(302);
        assertThat(as("exam-officer", get(page)).getContentAsString()).contains("id=\"capacity\" name=\"capacity\" value=\"30\"");
        assertThat(as("exam-officer", get("/rounds/" + page.substring(page.lastIndexOf('/') + 1))).getStatus()).isEqualTo(404);
    }

    private static MockHttpServletRequestBuilder saved(String page, String version) {
        return post(page).with(csrf()).param("act", "save").param("version", version).param("levels", "JUNIOR")
                .param("opensAt", OPENS + "T09:00").param("closesAt", OPENS.plusDays(60) + "T17:00").param("referenceDate", OPENS.toString());
    }

    @Test
    void aRoundIsClonedExtendedClosedReopenedAndCancelledAtTheDesk() throws Exception {
        Round source = rounds.all().stream().filter(round -> round.status() == RoundStatus.OPEN).findFirst().orElseThrow();
        String desk = "/desk/rounds/" + source.number();
        String cloning = as("exam-officer", get(desk + "/clone")).getContentAsString();
        assertThat(cloning).contains("name=\"from\" value=\"" + source.number() + "\"");
        SoundHtml.check(desk, cloning);
        RoundPlan plan = source.plan().announced(new Announcement("校企合作专场", 40, Map.of(), Map.of()));
        String number = rounds.clone(source.number(), plan).number();
        String page = "/desk/rounds/" + number;
        assertThat(as("exam-officer", post(page).with(csrf()).param("act", "open")).getStatus()).isEqualTo(302);
        assertThat(as("exam-officer", post(page).with(csrf()).param("act", "open")).getStatus()).isEqualTo(302);

        var open = as(null, get("/rounds/" + number));
        assertThat(open.getContentAsString()).contains("校企合作专场", "共 40 个名额，剩余 40 个", "UTC+08:00", "申报条件", "/portal/apply/" + number);
        SoundHtml.check("/rounds/" + number, open.getContentAsString());
        assertThat(as(null, get("/rounds")).getContentAsString()).contains("校企合作专场");

        assertThat(as("exam-officer", post(page).with(csrf()).param("act", "extend").param("closesAt", "2020-01-01T00:00").param("reason", "x")).getStatus()).isEqualTo(400);
        assertThat(as("exam-officer", post(page).with(csrf()).param("act", "close")).getStatus()).isEqualTo(302);
        assertThat(as(null, get("/rounds/" + number)).getContentAsString()).contains("受理已结束").doesNotContain("/portal/apply/" + number);
        assertThat(as("exam-officer", post(page).with(csrf()).param("act", "extend").param("closesAt", LocalDate.now().plusYears(1) + "T17:00")
                .param("reason", "报名人数不足")).getStatus()).isEqualTo(302);
        assertThat(as("exam-officer", get(page)).getContentAsString()).contains("报名人数不足", "郑考务 (exam-officer)", "以另一批次为样计划");

        SoundHtml.check(page + "/cancel", as("exam-officer", get(page + "/cancel")).getContentAsString());
        assertThat(as("supervisor", get(page + "/cancel")).getStatus()).isEqualTo(403);
        assertThat(as("exam-officer", post(page + "/cancel").with(csrf())).getStatus()).isEqualTo(400);
        assertThat(as("exam-officer", post(page + "/cancel").with(csrf()).param("reason", "考场停电")).getStatus()).isEqualTo(302);
        assertThat(as(null, get("/rounds/" + number)).getContentAsString()).contains("本批次已取消", "考场停电");
        assertThat(as("exam-officer", post(page).with(csrf()).param("act", "open")).getStatus()).isEqualTo(409);
        SoundHtml.check(page, as("exam-officer", get(page)).getContentAsString());
    }
}
