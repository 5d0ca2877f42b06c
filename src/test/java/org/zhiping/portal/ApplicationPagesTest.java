package org.zhiping.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.RequestDispatcher;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.ProductTest;
import org.zhiping.consent.Consents;
import org.zhiping.identity.Accounts;
import org.zhiping.intake.Application;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Round;
import org.zhiping.intake.Rounds;
import org.zhiping.page.PageReader;
import org.zhiping.page.SoundHtml;

/** Applying in the portal: nothing typed is lost, every refusal leads to its field, nobody sees another's case. */
@ProductTest
@TestPropertySource(properties = "zhiping.sample.enabled=true")
class ApplicationPagesTest {

    /** What a page knows of a new draft. */
    private static final String BASE = ClaimsForm.base(Claims.EMPTY);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired WebApplicationContext product;
    @Autowired Accounts accounts;
    @Autowired Consents consents;
    @Autowired Rounds rounds;
    @Autowired Intake intake;
    PageReader reader;
    String applicant;

    @BeforeEach
    void anApplicant() {
        reader = new PageReader(product);
        applicant = "portal-reader-" + NUMBER.incrementAndGet();
        accounts.register(applicant, "钱页", "correct-horse-7");
        consents.give(applicant, consents.text().version());
    }

    private MockHttpServletResponse as(String account, MockHttpServletRequestBuilder request) throws Exception {
        return reader.as(account, request);
    }

    private Application draft(String standard, String level, String direction) {
        Round round = rounds.open().stream().filter(open -> open.standard().equals(standard)).findFirst().orElseThrow();
        return intake.start(applicant, round.number(), level, direction);
    }

    @Test
    void aDraftKeepsWhatWasTypedHoweverStrange() throws Exception {
        String form = "/portal/applications/" + draft("all-media-operator", "LEVEL_4", "A").caseNumber() + "/form";
        SoundHtml.check(form, as(applicant, get(form)).getContentAsString());
        var saved = as(applicant, post(form).with(csrf()).param("version", "0").param("person.idNumber", "12<3>")
                .param("jobs[0].employer", "某\"公司").param("jobs[0].from", "去年三月"));
        assertThat(saved.getStatus()).isEqualTo(302);
        String page = as(applicant, get(form)).getContentAsString();
        assertThat(page).contains("12&lt;3&gt;").contains("某&quot;公司").contains("去年三月").contains("href=\"#jobs-0-from\"");
        SoundHtml.check(form, page);
    }

    @Test
    void aRowIsAddedAndTakenAwayWithoutSaving() throws Exception {
        String form = "/portal/applications/" + draft("all-media-operator", "LEVEL_3", "E").caseNumber() + "/form";
        var added = as(applicant, post(form).with(csrf()).param("version", "0").param("act", "add:certificates").param("person.phone", "138"));
        assertThat(added.getContentAsString()).contains("name=\"certificates[0].level\"").contains("value=\"138\"");
        SoundHtml.check(form, added.getContentAsString());
        var removed = as(applicant, post(form).with(csrf()).param("version", "0").param("act", "remove:jobs:0")
                .param("jobs[0].employer", "甲").param("jobs[1].employer", "乙"));
        assertThat(removed.getContentAsString()).contains("value=\"乙\"").doesNotContain("value=\"甲\"");
        assertThat(as(applicant, get(form)).getContentAsString()).doesNotContain("value=\"138\"");
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsNotOverwrittenUnseen() throws Exception {
        String form = "/portal/applications/" + draft("independent-operator", "JUNIOR", "").caseNumber() + "/form";
        as(applicant, post(form).with(csrf()).param("version", "0").param("person.phone", "first"));
        var late = as(applicant, post(form).with(csrf()).param("version", "0").param("person.phone", "second"));
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString()).contains("value=\"second\"");
    }

    @Test
    void whatIsTypedOnTwoPagesComesTogetherAndTheSameFieldIsAskedFor() throws Exception {
        String form = "/portal/applications/" + draft("all-media-operator", "LEVEL_4", "A").caseNumber() + "/form";
        var first = as(applicant, post(form + "/draft").with(csrf()).param("version", "0").param("base", BASE).param("person.phone", "138")
                .param("jobs[0].employer", "").param("jobs[1].from", "2021-1"));
        assertThat(first.getStatus()).isEqualTo(200);
        var second = as(applicant, post(form + "/draft").with(csrf()).param("version", "0").param("base", BASE).param("person.employer", "甲"));
        assertThat(second.getStatus()).isEqualTo(200);
        assertThat(second.getContentAsString()).contains("data-renewed=\"true\"");
        assertThat(as(applicant, get(form)).getContentAsString()).contains("value=\"138\"", "value=\"甲\"", "value=\"2021-1\"");

        var late = as(applicant, post(form).with(csrf()).param("version", "0").param("base", BASE).param("person.phone", "139"));
        assertThat(late.getStatus()).isEqualTo(409);
        String page = late.getContentAsString();
        SoundHtml.check(form, page);
        assertThat(page).contains("data-difference=\"person.phone\"", "name=\"choice.person.phone\"").contains("value=\"139\"");
        var settled = as(applicant, post(form).with(csrf()).param("version", "0").param("base", BASE).param("person.phone", "139")
                .param("against", "2").param("choice.person.phone", "mine").param("act", "settle"));
        assertThat(settled.getStatus()).isEqualTo(302);
        assertThat(as(applicant, get(form)).getContentAsString()).contains("value=\"139\"", "value=\"甲\"");
    }

    @Test
    void aSaveWhoseAnswerWasLostIsNoConflictWithOneself() throws Exception {
        String form = "/portal/applications/" + draft("all-media-operator", "LEVEL_4", "A").caseNumber() + "/form";
        as(applicant, post(form + "/draft").with(csrf()).param("version", "0").param("base", BASE).param("person.employer", "北京"));
        var again = as(applicant, post(form + "/draft").with(csrf()).param("version", "0").param("base", BASE)
                .param("sent", "[{\"person.employer\":\"北京\"}]").param("person.employer", "北京某公司"));
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(as(applicant, get(form)).getContentAsString()).contains("value=\"北京某公司\"");
    }

    @Test
    void aPageOpenedBeforeAnUpgradeLosesNothing() throws Exception {
        String form = "/portal/applications/" + draft("all-media-operator", "LEVEL_4", "A").caseNumber() + "/form";
        var answer = as(applicant, post(form + "/draft").with(csrf()).param("version", "0").param("education.school", "某高级技工学校"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(as(applicant, get(form)).getContentAsString()).contains("value=\"某高级技工学校\"");
    }

    @Test
    void oneTextThatIsTooLongIsRefusedAtItsFieldAndTheRestIsKept() throws Exception {
        String form = "/portal/applications/" + draft("all-media-operator", "LEVEL_4", "A").caseNumber() + "/form";
        var answer = as(applicant, post(form + "/draft").with(csrf()).param("version", "0").param("base", BASE)
                .param("person.employer", "长".repeat(2_000_000)).param("person.phone", "13800000000"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("data-fault=\"person.employer\"").contains("1,000");
        assertThat(as(applicant, get(form)).getContentAsString()).contains("value=\"13800000000\"").doesNotContain("长长");
    }

    @Test
    void whatIsNoFormChangesNothing() throws Exception {
        String form = "/portal/applications/" + draft("all-media-operator", "LEVEL_4", "A").caseNumber() + "/form";
        as(applicant, post(form).with(csrf()).param("version", "0").param("base", BASE).param("person.phone", "138"));
        var json = as(applicant, post(form + "/draft").with(csrf()).contentType("application/json").content("{\"person\": {}}"));
        assertThat(json.getStatus()).isEqualTo(400);
        var truncated = as(applicant, post(form).with(csrf()).param("version", "1")
                .requestAttr("org.apache.catalina.parameter_parse_failed", true));
        assertThat(truncated.getStatus()).isEqualTo(413);
        var stranger = as("applicant", post(form + "/draft").with(csrf()).param("version", "1").param("base", "{}"));
        assertThat(stranger.getStatus()).isEqualTo(404);
        assertThat(as(applicant, get(form)).getContentAsString()).contains("value=\"138\"");
    }

    @Test
    void everythingMissingIsShownAtItsFieldWhenAskedFor() throws Exception {
        String form = "/portal/applications/" + draft("all-media-operator", "LEVEL_2", "A").caseNumber() + "/form";
        assertThat(as(applicant, get(form)).getContentAsString()).doesNotContain("id=\"person-idNumber-fault\"");
        String checked = as(applicant, get(form).param("check", "")).getContentAsString();
        assertThat(checked).contains("href=\"#person-idNumber\"", "id=\"person-idNumber-fault\"");
        SoundHtml.check(form, checked);
        SoundHtml.check(form, as(applicant, get(form + "/signed-in")).getContentAsString());
    }

    @Test
    void whoHoldsTheLevelIsToldWhileFillingIn() throws Exception {
        String form = "/portal/applications/" + draft("all-media-operator", "LEVEL_4", "A").caseNumber() + "/form";
        var answer = as(applicant, post(form + "/draft").with(csrf()).param("version", "0").param("base", BASE)
                .param("certificates[0].occupation", "全媒体运营师").param("certificates[0].level", "LEVEL_3"));
        assertThat(answer.getContentAsString()).contains("id=\"obstacles\"").contains("已持有");
    }

    @Test
    void aRefusedUploadSaysWhyBesideItsField() throws Exception {
        String materials = "/portal/applications/" + draft("independent-operator", "JUNIOR", "").caseNumber() + "/materials";
        SoundHtml.check(materials, as(applicant, get(materials)).getContentAsString());
        var answer = as(applicant, multipart(materials).file(new MockMultipartFile("file", "a.pdf", "application/pdf", new byte[0]))
                .param("line", "ID_COPY").param("material", "ID_COPY").with(csrf()));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("href=\"#ID-COPY\"").contains("id=\"fault-ID_COPY\"");
        SoundHtml.check(materials, answer.getContentAsString());
    }

    @Test
    void submittingTooEarlyLeadsToWhatIsMissing() throws Exception {
        String review = "/portal/applications/" + draft("independent-operator", "JUNIOR", "").caseNumber() + "/review";
        var undeclared = as(applicant, post(review).with(csrf()));
        assertThat(undeclared.getContentAsString()).contains("href=\"#declared\"");
        var answer = as(applicant, post(review).with(csrf()).param("declared", "true"));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("/form#person-idNumber");
        SoundHtml.check(review, answer.getContentAsString());
    }

    @Test
    void nothingIsTakenInBeforeThePersonHasAgreedToIt() throws Exception {
        String form = "/portal/applications/" + draft("independent-operator", "SENIOR", "").caseNumber() + "/form";
        as(applicant, post("/portal/consent/withdraw").with(csrf()));
        assertThat(as(applicant, get(form)).getRedirectedUrl()).isEqualTo("/portal/consent?next=" + form);
        assertThat(as(applicant, post(form + "/draft").with(csrf()).accept(MediaType.TEXT_HTML).param("version", "0").param("person.phone", "138"))
                .getRedirectedUrl()).isEqualTo("/portal/consent?next=" + form);
        String page = as(applicant, get("/portal/consent").param("next", form)).getContentAsString();
        assertThat(page).contains("敏感个人信息", "撤回", "name=\"sensitive\"");
        SoundHtml.check("/portal/consent", page);
        String version = consents.text().version();
        var half = as(applicant, post("/portal/consent").with(csrf()).param("version", version).param("general", "true").param("next", form));
        assertThat(half.getStatus()).isEqualTo(400);
        assertThat(half.getContentAsString()).contains("href=\"#sensitive\"");
        var old = as(applicant, post("/portal/consent").with(csrf()).param("version", "older").param("general", "true").param("sensitive", "true"));
        assertThat(old.getStatus()).isEqualTo(409);
        assertThat(as(applicant, post("/portal/consent").with(csrf()).param("version", version).param("general", "true").param("sensitive", "true")
                .param("next", form)).getRedirectedUrl()).isEqualTo(form);
        assertThat(as(applicant, get(form)).getStatus()).isEqualTo(200);
        assertThat(as(applicant, post("/portal/consent").with(csrf()).param("version", version).param("general", "true").param("sensitive", "true")
                .param("next", "//evil.example/portal")).getRedirectedUrl()).isEqualTo("/portal/consent");
    }

    @Test
    void whatWasSentBeforeThePersonHadAgreedIsNotLost() throws Exception {
        String number = draft("independent-operator", "SENIOR", "").caseNumber();
        String form = "/portal/applications/" + number + "/form";
        String held = "/portal/consent/held";
        as(applicant, post("/portal/consent/withdraw").with(csrf()));
        var sent = as(applicant, post(form).with(csrf()).accept(MediaType.TEXT_HTML).param("version", "0").param("person.phone", "138<\"12"));
        assertThat(sent.getForwardedUrl()).isEqualTo(held);
        var asked = as(applicant, post(held).with(csrf()).requestAttr(RequestDispatcher.FORWARD_REQUEST_URI, form)
                .param("version", "0").param("person.phone", "138<\"12"));
        assertThat(asked.getStatus()).isEqualTo(403);
        assertThat(asked.getContentAsString()).contains("name=\"person.phone\" value=\"138&lt;&quot;12\"", "name=\"version\" value=\"0\"",
                "name=\"consent.next\" value=\"" + form + "\"", "仍在本页");
        SoundHtml.check(held, asked.getContentAsString());
        String version = consents.text().version();
        var half = as(applicant, post(held).with(csrf()).param("consent.version", version).param("consent.general", "true")
                .param("consent.next", form).param("version", "0").param("person.phone", "138"));
        assertThat(half.getStatus()).isEqualTo(400);
        assertThat(half.getContentAsString()).contains("href=\"#consent-sensitive\"", "name=\"person.phone\" value=\"138\"");
        assertThat(consents.givenByThemselves(applicant)).isFalse();
        var agreed = as(applicant, post(held).with(csrf()).param("consent.version", version).param("consent.general", "true")
                .param("consent.sensitive", "true").param("consent.next", form).param("version", "0").param("person.phone", "138"));
        assertThat(agreed.getStatus()).as("the browser sends the same once more").isEqualTo(307);
        assertThat(agreed.getRedirectedUrl()).isEqualTo(form);
        assertThat(consents.givenByThemselves(applicant)).isTrue();
    }

    @Test
    void aCaseOfSomebodyElseIsAsUnknownAsNone() throws Exception {
        String caseNumber = draft("independent-operator", "SENIOR", "").caseNumber();
        consents.give("applicant", consents.text().version());
        for (String page : new String[] {"", "/form", "/materials", "/review", "/withdraw", "/certificate"}) {
            assertThat(as("applicant", get("/portal/applications/" + caseNumber + page)).getStatus()).as(page).isEqualTo(404);
        }
    }

    @Test
    void aDirectionIsOfferedOnlyWhereTheLevelHasIt() throws Exception {
        String round = rounds.open().stream().filter(open -> open.standard().equals("all-media-operator")).findFirst().orElseThrow().number();
        assertThat(as(applicant, get("/portal/apply/" + round).param("level", "LEVEL_4")).getContentAsString()).doesNotContain("数据分析</label>");
        assertThat(as(applicant, get("/portal/apply/" + round).param("level", "LEVEL_3")).getContentAsString()).contains("数据分析</label>");
        var forged = as(applicant, post("/portal/apply/" + round).with(csrf()).param("level", "LEVEL_4").param("direction", "E"));
        assertThat(forged.getStatus()).isEqualTo(400);
        SoundHtml.check("/portal/apply", forged.getContentAsString());
    }
}
