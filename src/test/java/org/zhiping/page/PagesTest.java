package org.zhiping.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.ProductTest;
import org.zhiping.consent.Consents;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Contacts;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Rounds;
import org.zhiping.notice.StaffNotices;

/** The pages as a browser gets them: who may open which, what they look like inside, that nothing typed is lost. */
@ProductTest
@TestPropertySource(properties = "zhiping.sample.enabled=true")
class PagesTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired WebApplicationContext product;
    @Autowired Accounts accounts;
    @Autowired Consents consents;
    @Autowired Contacts contacts;
    @Autowired Rounds rounds;
    @Autowired Intake intake;
    @Autowired StaffNotices notices;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    PageReader reader;
    String applicant;

    @BeforeEach
    void anApplicant() {
        reader = new PageReader(product);
        applicant = "page-reader-" + NUMBER.incrementAndGet();
        accounts.register(applicant, "钱页", "correct-horse-7");
        consents.give(applicant, consents.text().version());
    }

    private MockHttpServletResponse as(String account, MockHttpServletRequestBuilder request) throws Exception {
        return reader.as(account, request);
    }

    @ParameterizedTest
    @CsvSource({"/", "/sign-in", "/sign-up", "/forgot", "/lookup"})
    void everybodyReadsThePublicPagesInBothLanguages(String path) throws Exception {
        String chinese = as(null, get(path)).getContentAsString();
        SoundHtml.check(path, chinese);
        assertThat(chinese).contains("<html lang=\"zh-CN\">").contains("证书查询");
        String english = as(null, get(path).locale(Locale.ENGLISH).header("Accept-Language", "en")).getContentAsString();
        SoundHtml.check(path, english);
        assertThat(english).contains("<html lang=\"en\">").contains("Certificate lookup");
    }

    @Test
    void theHomePageNamesWhatTheInstitutionHasSetItself() throws Exception {
        assertThat(as(null, get("/")).getContentAsString()).contains("机构自定").contains("独立运营师").contains("全媒体运营师").contains("合格线");
    }

    @ParameterizedTest
    @CsvSource({"/portal", "/portal/apply", "/desk", "/desk/cases", "/dashboard", "/desk/accounts"})
    void whoIsNotSignedInIsLedToTheSignIn(String path) throws Exception {
        var answer = as(null, get(path));
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getRedirectedUrl()).endsWith("/sign-in");
    }

    @ParameterizedTest
    @CsvSource({
        "acceptance-officer, /desk, 200", "acceptance-officer, /desk/cases, 200", "acceptance-officer, /desk/recusals, 200",
        "acceptance-officer, /desk/accounts, 403", "acceptance-officer, /desk/rounds, 403", "acceptance-officer, /desk/sessions/new, 403",
        "acceptance-officer, /portal, 403", "acceptance-officer, /dashboard, 403",
        "administrator, /desk/sample-clock, 200", "process-owner, /desk/sample-clock, 200", "acceptance-officer, /desk/sample-clock, 403",
        "evaluator-1, /desk/sessions, 200", "evaluator-1, /desk/cases, 403",
        "invigilator-1, /desk/sessions, 200", "invigilator-1, /desk/cases, 403",
        "exam-officer, /desk/sessions/new, 200", "exam-officer, /desk/rounds, 200",
        "'exam-officer', '/desk/rounds/new?standard=all-media-operator&edition=2023', 200",
        "supervisor, /dashboard, 200", "supervisor, /desk/cases, 200", "supervisor, /desk/recusals, 403",
        "'supervisor', '/desk/rounds/new?standard=all-media-operator&edition=2023', 403",
        "manager, /desk/inbox, 200", "manager, /desk/mail, 200", "administrator, /desk/mail, 200", "exam-officer, /desk/mail, 403",
        "invigilator-1, /sample/mail, 200", "invigilator-1, /sample/sms, 200", "invigilator-1, /account, 200", "invigilator-1, /portal/consent, 403", "invigilator-1, /sample/mail/0, 404", "manager, /dashboard, 200", "manager, /desk, 200", "manager, /desk/cases, 403",
        "administrator, /desk/accounts, 200", "administrator, /desk/accounts/evaluator-1, 200", "administrator, /desk/rounds, 200",
        "administrator, /desk/cases, 403", "administrator, /desk/accounts/nobody, 404", "approver, /desk/cases/ZP209900000001, 404",
    })
    void eachPageIsForItsRoles(String account, String path, int status) throws Exception {
        var answer = as(account, get(path));
        assertThat(answer.getStatus()).isEqualTo(status);
        if (answer.getErrorMessage() == null && !answer.getContentAsString().isEmpty()) {
            SoundHtml.check(path, answer.getContentAsString());
        }
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        assertThat(as(applicant, post("/portal/inbox/read")).getStatus()).isEqualTo(403);
        assertThat(as(applicant, post("/portal/inbox/read").with(csrf())).getStatus()).isEqualTo(302);
    }

    @Test
    void aWrongContactLosesNothing() throws Exception {
        var answer = as(null, post("/sign-up").with(csrf()).param("contact", "qian@nowhere"));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("value=\"qian@nowhere\"").contains("href=\"#contact\"");
        SoundHtml.check("/sign-up", answer.getContentAsString());
    }

    @Test
    void aPersonChangesTheirOwnPassword() throws Exception {
        var refused = as(applicant, post("/password").with(csrf()).param("present", "not-this-one-1")
                .param("password", "another-horse-8").param("again", "another-horse-8"));
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString()).contains("href=\"#present\"");
        SoundHtml.check("/password", refused.getContentAsString());
        assertThat(as(applicant, post("/password").with(csrf()).param("present", "correct-horse-7")
                .param("password", "another-horse-8").param("again", "another-horse-8")).getStatus()).isEqualTo(302);
    }

    @Test
    void aPersonSeesWhereNoticesGoAndSaysInWhichLanguage() throws Exception {
        var refused = as(applicant, post("/account/contacts").with(csrf()).param("contact", "qian@nowhere"));
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString()).contains("href=\"#contact\"").contains("value=\"qian@nowhere\"");
        SoundHtml.check("/account", refused.getContentAsString());
        accounts.confirm(applicant, contacts.read("qian" + NUMBER.get() + "@example.com"));
        assertThat(as(applicant, post("/account").with(csrf()).param("language", "en")).getStatus()).isEqualTo(302);
        assertThat(as(applicant, get("/account")).getContentAsString()).contains("qian" + NUMBER.get() + "@example.com").contains("value=\"en\" selected");
        String desk = as("administrator", get("/desk/accounts/" + applicant)).getContentAsString();
        assertThat(desk).contains("q***@example.com").doesNotContain("qian" + NUMBER.get() + "@");
        assertThat(as("administrator", post("/desk/accounts/" + applicant).with(csrf()).param("act", "email").param("email", "")).getStatus()).isEqualTo(302);
        assertThat(accounts.find(applicant).orElseThrow().email()).isNull();
    }

    @Test
    void anAddressFromBeforeIsShownAsUnconfirmedWithAButton() throws Exception {
        accounts.reach(applicant, "old@example.com", Locale.SIMPLIFIED_CHINESE, applicant);
        String page = as(applicant, get("/account")).getContentAsString();
        assertThat(page).contains("old@example.com", "未验证", "value=\"old@example.com\"");
        SoundHtml.check("/account", page);
        accounts.confirm(applicant, contacts.read("old" + NUMBER.get() + "@example.com"));
        assertThat(as(applicant, get("/account")).getContentAsString()).contains("已验证").doesNotContain("未验证");
    }

    @Test
    void theSampleInstitutionShowsItsMailsAndADeadOneIsSentAgain() throws Exception {
        transaction.executeWithoutResult(status -> notices.tell(List.of("manager"), "escalated-overdue", "of a page", "S2026999999",
                Map.of("task", "plan-session")));
        await().atMost(Duration.ofMinutes(1)).until(() -> mailbox().contains("逾期未办，请协调：编排考试场次（S2026999999）"));
        await().atMost(Duration.ofMinutes(1)).until(() -> jdbc.sql("select count(*) from mail where account = 'manager' and state <> 'SENT'")
                .query(Integer.class).single() == 0);
        String mail = as("manager", get(link("/sample/mail/\\d+"))).getContentAsString();
        assertThat(mail).contains("董主管，您好：", "Auto-Submitted: auto-generated", "sandbox srcdoc=\"&lt;!DOCTYPE html&gt;");
        SoundHtml.check("/sample/mail/1", mail);
        assertThat(as(applicant, get("/sample/mail")).getStatus()).isEqualTo(403);

        jdbc.sql("update mail set state = 'DEAD', possibly_repeated = true, cause = '550 <no> such person' where account = 'manager'").update();
        String desk = as("manager", get("/desk/mail")).getContentAsString();
        assertThat(desk).contains("550 &lt;no&gt; such person", "m***@zhiping.example").doesNotContain("manager@zhiping.example");
        SoundHtml.check("/desk/mail", desk);
        String resend = link("/desk/mail/\\d+/resend", desk);
        assertThat(as("manager", post(resend)).getStatus()).isEqualTo(403);
        assertThat(as("exam-officer", post(resend).with(csrf())).getStatus()).isEqualTo(403);
        assertThat(as("manager", post(resend).with(csrf())).getStatus()).isEqualTo(302);
        await().atMost(Duration.ofMinutes(1)).until(() -> mailbox().split("逾期未办，请协调").length == 3);
        assertThat(as("manager", post(resend).with(csrf())).getStatus()).isEqualTo(409);
    }

    private String mailbox() throws Exception {
        return as("manager", get("/sample/mail")).getContentAsString();
    }

    private String link(String pattern) throws Exception {
        return link(pattern, mailbox());
    }

    private static String link(String pattern, String page) {
        return Pattern.compile(pattern).matcher(page).results().findFirst().orElseThrow().group();
    }

    @Test
    void aLookupThatFindsNothingSaysSoAndKeepsTheQuestionOutOfTheAddress() throws Exception {
        var answer = as(null, post("/lookup").with(csrf()).param("number", "X1").param("name", "某人"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("没有与该编号和姓名同时一致的证书");
        assertThat(as(null, get("/lookup").param("number", "X1").param("name", "某人")).getContentAsString()).doesNotContain("某人");
        assertThat(as(null, get("/lookup").param("number", "X1")).getContentAsString()).contains("value=\"X1\"");
    }
}
