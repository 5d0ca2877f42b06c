package org.zhiping.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.ProductTest;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.Milestones;
import org.zhiping.intake.Rounds;
import org.zhiping.notice.Inbox;
import org.zhiping.notice.NoticeEditing;
import org.zhiping.notice.TemplateText;
import org.zhiping.notice.TemplateVersion;
import org.zhiping.page.PageReader;
import org.zhiping.page.SoundHtml;
import org.zhiping.platform.Language;

/** Process owners edit the words of notices, and what they write is what people are told. */
@ProductTest
@TestPropertySource(properties = "zhiping.sample.enabled=true")
class NoticeTemplatePagesTest {

    private static final String OWNER = "process-owner";

    @Autowired WebApplicationContext product;
    @Autowired Accounts accounts;
    @Autowired Rounds rounds;
    @Autowired Intake intake;
    @Autowired Applications applications;
    @Autowired Milestones milestones;
    @Autowired Inbox inbox;
    @Autowired NoticeEditing editing;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    PageReader reader;
    String applicant;
    String caseNumber;

    @BeforeEach
    void aCase() {
        reader = new PageReader(product);
        applicant = "told-" + UUID.randomUUID().toString().substring(0, 8);
        accounts.register(applicant, "孙台面", "correct-horse-7");
        String round = rounds.open().stream().filter(open -> open.standard().equals("all-media-operator")).findFirst().orElseThrow().number();
        caseNumber = intake.start(applicant, round, "LEVEL_4", "A").caseNumber();
        jdbc.sql("update application set status = 'SUBMITTED' where case_number = :number").param("number", caseNumber).update();
    }

    private MockHttpServletResponse as(String account, MockHttpServletRequestBuilder request) throws Exception {
        return reader.as(account, request);
    }

    /** The form as the page shows it now. */
    private MockHttpServletRequestBuilder form(String kind, String act) {
        MockHttpServletRequestBuilder form = post("/desk/notices/" + kind).with(csrf()).param("act", act);
        Language.ALL.stream().map(locale -> editing.current(kind, locale)).forEach(now -> fill(form, now));
        return form;
    }

    private static void fill(MockHttpServletRequestBuilder form, TemplateVersion now) {
        String tag = "-" + now.locale().toLanguageTag();
        form.param("subject" + tag, now.text().subject()).param("sms" + tag, now.text().sms()).param("seen" + tag, String.valueOf(now.version()));
        if (!tag.equals("-zh-CN")) {
            form.param("body" + tag, now.text().body());
        }
    }

    private String told() {
        return inbox.of(applicant).get(0).body();
    }

    private void reach(Milestone milestone, Map<String, String> args) {
        transaction.executeWithoutResult(status -> milestones.reach(caseNumber, milestone, args));
    }

    @ParameterizedTest
    @CsvSource({"/desk/notices, 200", "/desk/notices/returned, 200", "/desk/notices/staff-reminder, 200", "/desk/notices/returned/zh-CN, 200",
        "/desk/notices/returned/en, 200", "/desk/notices/nothing, 404", "/desk/notices/returned/fr, 404"})
    void thePagesAreReadInBothLanguages(String path, int status) throws Exception {
        var answer = as(OWNER, get(path));
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(as("manager", get(path)).getStatus()).isEqualTo(status);
        assertThat(as("acceptance-officer", get(path)).getStatus()).isEqualTo(403);
    }

    @Test
    void onlyAProcessOwnerEditsAndOnlyWithTheFormsToken() throws Exception {
        for (String other : new String[] {"manager", "supervisor", "administrator", "acceptance-officer"}) {
            assertThat(as(other, form("accepted", "save").param("body-zh-CN", "<p>改</p>").param("reason", "试")).getStatus()).isEqualTo(403);
        }
        assertThat(as(OWNER, post("/desk/notices/accepted").param("act", "save")).getStatus()).isEqualTo(403);
        assertThat(editing.current("accepted", Language.CHINESE).version()).isZero();
    }

    @Test
    void whatIsPublishedIsTold() throws Exception {
        var saved = as(OWNER, form("escalated", "save").param("body-zh-CN", "<p>老师正在看 ${caseNumber}。</p>").param("reason", "更简短"));
        assertThat(saved.getStatus()).isEqualTo(302);
        reach(Milestone.ESCALATED, Map.of());
        assertThat(told()).isEqualTo("<p>老师正在看 " + caseNumber + "。</p>");
        assertThat(jdbc.sql("select locale || ' ' || version from notice_text join notice on notice_id = id where account = :account order by 1")
                .param("account", applicant).query(String.class).list()).containsExactly("en 0", "zh-CN 1");
        String page = as(OWNER, get("/desk/notices/escalated")).getContentAsString();
        assertThat(page).contains("另一种语言在此之后修改过").contains("第 1 版");
        String history = as(OWNER, get("/desk/notices/escalated/zh-CN")).getContentAsString();
        assertThat(history).contains("更简短").contains("<ins>").contains("<del>").contains("随产品提供");

        assertThat(as(OWNER, post("/desk/notices/escalated/zh-CN").with(csrf()).param("version", "0").param("seen", "1").param("reason", " ")).getStatus())
                .isEqualTo(400);
        assertThat(as(OWNER, post("/desk/notices/escalated/zh-CN").with(csrf()).param("version", "0").param("seen", "1").param("reason", "回去")).getStatus())
                .isEqualTo(302);
        reach(Milestone.ESCALATED, Map.of());
        assertThat(told()).contains("进一步审查");
        assertThat(editing.history("escalated", Language.CHINESE)).extracting(TemplateVersion::version).containsExactly(2, 1, 0);
    }

    @Test
    void ofTwoEditorsTheLaterOneIsToldAndLosesNothing() throws Exception {
        var first = form("supplemented", "save").param("body-zh-CN", "<p>甲写的</p>").param("reason", "甲");
        var second = form("supplemented", "save").param("body-zh-CN", "<p>乙写的</p>").param("reason", "乙的原因");
        assertThat(as(OWNER, first).getStatus()).isEqualTo(302);
        var refused = as(OWNER, second);
        assertThat(refused.getStatus()).isEqualTo(409);
        String page = refused.getContentAsString();
        SoundHtml.check("/desk/notices/supplemented", page);
        assertThat(page).contains("别人已发布了新版本").contains("&lt;p&gt;乙写的&lt;/p&gt;").contains("乙的原因").contains("<ins>甲</ins>")
                .contains("name=\"seen-zh-CN\" value=\"1\"");
        var again = form("supplemented", "save").param("body-zh-CN", "<p>乙写的</p>").param("reason", "乙的原因");
        assertThat(as(OWNER, again).getStatus()).isEqualTo(302);
        assertThat(editing.history("supplemented", Language.CHINESE)).extracting(one -> one.text().body()).contains("<p>甲写的</p>", "<p>乙写的</p>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "<p>${reason?new()}</p>|不能使用“?new”|cannot be used", "<p>${passwort}</p>|没有“passwort”这项内容|has no value",
        "<p>${reason}</p>|“reason”有时没有内容|not always there", "<p><#if due??>x</p>|没有结束|has no end", "<a href=\"https://x.example/\">x</a>|链接只能指向本系统|only lead to pages",
        "<script>x</script>|不能使用“<script>”|cannot be used", "<p>${reason!?upper_case(1)}</p>|不能使用|cannot be used"})
    void aFaultIsRefusedWithItsPlaceAndNothingTypedIsLost(String body, String chinese, String english) throws Exception {
        var refused = as(OWNER, form("returned", "save").param("body-zh-CN", body).param("reason", "我的原因"));
        assertThat(refused.getStatus()).isEqualTo(400);
        String page = refused.getContentAsString().replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'")
                .replaceAll("<span lang=\"en\">([^<]*)</span>", "$1");
        assertThat(page).contains("第 1 行第 ").contains(chinese).contains(body).contains("我的原因").contains("href=\"#body-zh-CN\"");
        SoundHtml.check("/desk/notices/returned", refused.getContentAsString());
        var inEnglish = as(OWNER, form("returned", "save").param("body-zh-CN", body).param("reason", "why").header("Accept-Language", "en"));
        assertThat(inEnglish.getContentAsString()).contains("Line 1, column").contains(english);
        assertThat(editing.current("returned", Language.CHINESE).version()).isZero();
    }

    @Test
    void withoutAReasonOrAChangeNothingIsPublished() throws Exception {
        String body = editing.current("lapsed", Language.CHINESE).text().body();
        assertThat(as(OWNER, form("lapsed", "save").param("body-zh-CN", body).param("reason", "没改")).getContentAsString()).contains("不需要再发布");
        assertThat(as(OWNER, form("lapsed", "save").param("body-zh-CN", "<p>改了</p>").param("reason", "")).getContentAsString()).contains("请填写修改原因");
        assertThat(as(OWNER, form("lapsed", "save").param("body-zh-CN", "<p>" + "长".repeat(10_001)).param("reason", "试")).getStatus()).isEqualTo(400);
    }

    @Test
    void aPreviewOnARealCaseShowsEachWayAndNoMoreOfThePersonThanTheViewerMaySee() throws Exception {
        reach(Milestone.RETURNED, Map.of("reason", "孙台面的毕业证不清晰", "due", "2026-12-09"));
        var trial = form("returned", "preview").param("body-zh-CN", "<p>请看 ${caseNumber}<#if due?has_content>，${due}</#if>：${reason!\"–\"}</p>").param("case", caseNumber);
        var answer = as(OWNER, trial);
        assertThat(answer.getStatus()).isEqualTo(200);
        String page = answer.getContentAsString();
        SoundHtml.check("/desk/notices/returned", page);
        assertThat(page).contains("<p>请看 " + caseNumber + "，2026年12月9日：").contains("孙**，您好").contains("补正，期限至 2026年12月9日")
                .contains("9 December 2026").doesNotContain("孙台面").contains(caseNumber + " 在 ");
        assertThat(editing.current("returned", Language.CHINESE).version()).as("nothing is published").isZero();
        assertThat(as(OWNER, get("/desk/notices/returned")).getContentAsString()).contains("<option value=\"" + caseNumber + "\"");

        accounts.grant(applicant, Set.of(Role.APPLICANT, Role.PROCESS_OWNER), "administrator");
        assertThat(as(applicant, form("returned", "preview").param("body-zh-CN", "<p>x</p>").param("case", caseNumber)).getStatus()).isEqualTo(404);
        assertThat(as(OWNER, form("returned", "preview").param("body-zh-CN", "<p>x</p>").param("case", "ZP209900000001")).getStatus()).isEqualTo(404);
        String examples = as(OWNER, form("returned", "preview").param("body-zh-CN", "<p>x ${reason!}</p>")).getContentAsString();
        assertThat(examples).contains("示例内容").contains("毕业证书照片不清晰");
    }

    @Test
    void aTemplateThatFailsNonethelessLosesNoNoticeAndItsOwnersAreToldOnce() {
        jdbc.sql("""
                insert into notice_template (kind, locale, version, subject, body, sms, shipped, edited_at, edited_by, reason)
                values ('result-sent-back', 'zh-CN', 1, '退回', '<p>${gone}</p>', '', '', now(), 'process-owner', '试')
                """).update();
        transaction.executeWithoutResult(status -> editing.save("result-sent-back", List.of(new NoticeEditing.Edit(Language.ENGLISH,
                new TemplateText("Sent back", "<p>Back</p>", ""), 0)), "fresh", OWNER));
        reach(Milestone.RESULT_SENT_BACK, Map.of());
        reach(Milestone.RESULT_SENT_BACK, Map.of());
        assertThat(told()).contains("退回复核");
        assertThat(inbox.of(applicant)).hasSize(2);
        assertThat(inbox.of(OWNER).stream().filter(entry -> entry.kind().equals("staff-notice-template-failed") && entry.body().contains("result-sent-back")))
                .hasSize(1);
    }

    @Test
    void anUpdateOfTheProgramIsSaidWhereTheInstitutionHasItsOwnWords() throws Exception {
        as(OWNER, form("result-proposed", "save").param("body-zh-CN", "<p>待批准。</p>").param("reason", "简短"));
        assertThat(as(OWNER, get("/desk/notices/result-proposed")).getContentAsString()).doesNotContain("产品更新改动了自带的文字");
        jdbc.sql("update notice_template set shipped = '从前的标题' || chr(10) || '<p>从前的文字</p>' where kind = 'result-proposed'").update();
        assertThat(as(OWNER, get("/desk/notices/result-proposed")).getContentAsString()).contains("产品更新改动了自带的文字").contains("<del>从前");
        assertThat(as(OWNER, get("/desk/notices")).getContentAsString()).contains("产品自带文字已更新");
    }

    @Test
    void programsDoTheSame() throws Exception {
        String words = """
                {"reason": "程序", "texts": [{"language": "zh-CN", "subject": "受理", "body": "<p>%s</p>", "sms": "", "seen": %d}]}""";
        String one = "/api/desk/notice-templates/panel-appointed";
        assertThat(program(OWNER, put(one).content(words.formatted("已组成", 0))).getContentAsString()).contains("\"version\":1").contains("已组成");
        assertThat(program(OWNER, put(one).content(words.formatted("再改", 0))).getStatus()).isEqualTo(409);
        var faulty = program(OWNER, put(one).content(words.formatted("${x.y}", 1)));
        assertThat(faulty.getStatus()).isEqualTo(400);
        assertThat(faulty.getContentAsString()).contains("body-zh-CN").contains("notice-template-expression").contains("第 1 行");
        assertThat(program("manager", put(one).content(words.formatted("管", 1))).getStatus()).isEqualTo(403);
        assertThat(program("acceptance-officer", get(one)).getStatus()).isEqualTo(403);
        assertThat(program("manager", get(one + "/zh-CN")).getContentAsString()).contains("\"reason\":\"程序\"").contains("\"version\":0");
        assertThat(program(OWNER, post(one + "/preview").content("{\"texts\":[{\"language\":\"en\",\"subject\":\"s\",\"body\":\"<p>${part!}</p>\"}]}"))
                .getContentAsString()).contains("Theory");
        assertThat(program(OWNER, post(one + "/restore").content("{\"language\":\"zh-CN\",\"version\":0,\"seen\":1,\"reason\":\"回\"}"))
                .getContentAsString()).contains("\"version\":2").contains("独立评分");
    }

    private MockHttpServletResponse program(String account, MockHttpServletRequestBuilder request) throws Exception {
        MockMvc http = MockMvcBuilders.webAppContextSetup(product).apply(springSecurity()).build();
        String[] roles = accounts.find(account).orElseThrow().roles().stream().map(Role::id).toArray(String[]::new);
        MockHttpServletResponse answer = http.perform(request.with(user(account).roles(roles)).contentType("application/json").accept("application/json"))
                .andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }
}
