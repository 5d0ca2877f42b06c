package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.consent.Consents;
import org.zhiping.document.TestDocuments;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Round;
import org.zhiping.notice.Inbox;
import org.zhiping.notice.NoticeTrial;
import org.zhiping.page.PageReader;
import org.zhiping.platform.Language;

/** A return through the gate, the applicant's pages and the REST API: each item says what is wrong, and only those are taken. */
@ProductTest
class ReturnedItemsTest {

    @Autowired CaseWalk walk;
    @Autowired Applications applications;
    @Autowired Intake intake;
    @Autowired Consents consents;
    @Autowired Inbox inbox;
    @Autowired ObjectMapper json;
    @Autowired NoticeTrial trial;
    @Autowired WebApplicationContext product;
    private PageReader reader;
    private MockMvc http;
    private String applicant;
    private String caseNumber;

    @BeforeEach
    void aReturnedCase() {
        walk.hireStaff();
        Round round = walk.openRound("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A"));
        caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        applicant = applications.find(caseNumber).applicant();
        consents.give(applicant, consents.text().version());
        reader = new PageReader(product);
        http = MockMvcBuilders.webAppContextSetup(product).apply(springSecurity()).build();
    }

    @Test
    void thePagesShowEachItemAndTakeOnlyThose() throws Exception {
        walk.giveBack(caseNumber);
        String base = "/portal/applications/" + caseNumber;
        String page = reader.as(applicant, get(base)).getContentAsString();
        assertThat(page).contains("没有加盖公章", "第二页看不到日期", "请到出具单位补盖公章后重新上传", "入职日期与社保记录不符", "未补正", base + "/materials");

        String materials = reader.as(applicant, get(base + "/materials")).getContentAsString();
        assertThat(materials).contains("id=\"file-WORK_YEARS_PROOF\"", "保持不变的材料", "name=\"note\"").doesNotContain("id=\"file-ID_COPY\"");
        String form = reader.as(applicant, get(base + "/form")).getContentAsString();
        assertThat(form).contains("id=\"jobs-0-from\"", "type=\"hidden\" name=\"person.idNumber\"").doesNotContain("id=\"person-idNumber\"", "add:jobs");

        var refused = reader.as(applicant, multipart(base + "/materials").file(new MockMultipartFile("file", "a.pdf", "application/pdf", TestDocuments.pdf()))
                .param("line", "ID_COPY").param("material", "ID_COPY").with(csrf()));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("没有被退回");
        assertThat(reader.as(applicant, post(base + "/materials/notes/1").param("note", "照片已按要求重拍").with(csrf())).getStatus()).isEqualTo(302);
        var tooLong = reader.as(applicant, post(base + "/materials/notes/1").param("note", "长".repeat(501)).with(csrf()));
        assertThat(tooLong.getStatus()).isEqualTo(400);
        assertThat(tooLong.getContentAsString()).contains("500", "长长长");

        var untouched = reader.as(applicant, post(base + "/review").param("declared", "true").with(csrf()));
        assertThat(untouched.getStatus()).isEqualTo(400);
        assertThat(untouched.getContentAsString()).contains("这一项还没有补正，也没有说明：工作年限证明（单位出具）", "name=\"asItIs\"");
        reader.as(applicant, get(base + "/review"));
        assertThat(reader.as(applicant, post(base + "/review").param("declared", "true").param("asItIs", "true").with(csrf())).getStatus()).isEqualTo(302);
        walk.runJobs();
        Map<String, Object> shown = walk.form("officer", caseNumber, "review-materials");
        assertThat(shown.get("supplementText").toString()).contains("上次退回 3 项，其中 2 项未补正");
        assertThat(shown.get("materials").toString()).contains("未补正。上次的问题：没有加盖公章", "申请人说明：照片已按要求重拍");
    }

    @Test
    void aTrialOfTheNoticeNamesTheItemsThatTheApplicantWasToldOf() {
        walk.giveBack(caseNumber);
        NoticeTrial.Values values = trial.of("returned", caseNumber, "officer", false);
        assertThat(values.in().apply(Language.CHINESE).get("items").split("\n")).hasSize(3).anyMatch(line -> line.contains("没有加盖公章"));
        assertThat(values.in().apply(Language.ENGLISH).get("items")).contains("The stamp is missing").doesNotContain("第二页");
    }

    @Test
    void programsAreHeldToTheSame() throws Exception {
        walk.giveBack(caseNumber);
        String path = "/api/v1/applications/" + caseNumber;
        JsonNode asked = read(call(get(path + "/supplement")));
        assertThat(asked.at("/items").findValuesAsText("id")).containsExactly("PHOTO", "WORK_YEARS_PROOF", "job1.from");
        assertThat(asked.at("/items/1/reasons/0/code").asText()).isEqualTo("stamp-missing");
        assertThat(asked.at("/open").toString()).contains("WORK_YEARS_PROOF", "PHOTO").doesNotContain("ID_COPY");

        assertRefused(call(multipart(path + "/materials/ID_COPY").file(new MockMultipartFile("file", "a.pdf", "application/pdf", TestDocuments.pdf()))),
                409, "supplement-material-settled");
        String idCopy = intake.requirements(applicant, caseNumber).stream().filter(line -> line.material().equals("ID_COPY")).findFirst().orElseThrow()
                .files().get(0).document().toString();
        assertRefused(call(delete(path + "/materials/" + idCopy)), 409, "supplement-material-settled");
        assertRefused(call(post(path + "/materials/uploads").header("Tus-Resumable", "1.0.0").header("Upload-Length", "10")
                .header("Upload-Metadata", "filename YS5wZGY=,replaces " + base64(idCopy))), 409, "supplement-material-settled");
        assertRefused(call(put(path + "/facts").contentType("application/json").content("{}")), 400, "supplement-fact-settled");
        assertRefused(call(post(path + "/supplement")), 400, "supplement-untouched");
        assertRefused(call(put(path + "/supplement/items/9").contentType("application/json").content("{\"note\":\"x\"}")), 404, "supplement-item-unknown");
        assertThat(read(call(put(path + "/supplement/items/3").contentType("application/json").content("{\"note\":\"以劳动合同为准\"}")))
                .at("/items/2/answered").asBoolean()).isTrue();
        TestDocuments.Upload proof = TestDocuments.upload("WORK_YEARS_PROOF");
        assertThat(call(multipart(path + "/materials/WORK_YEARS_PROOF").file(new MockMultipartFile("file", proof.name(), "application/pdf", proof.content())))
                .getStatus()).isEqualTo(201);
        assertThat(call(post(path + "/supplement").contentType("application/json").content("{\"asItIs\":true}")).getStatus()).isEqualTo(200);
        walk.runJobs();
        walk.review(caseNumber, "accepted", null);
    }

    @Test
    void theNoticeNamesTheItems() {
        walk.giveBack(caseNumber);
        assertThat(inbox.of(applicant).get(0).body()).contains("工作年限证明（单位出具）：没有加盖公章。请到出具单位补盖公章后重新上传。").doesNotContain("第二页看不到日期");
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = http.perform(request.with(user(applicant).roles("applicant")).header("Accept-Language", "zh-CN"))
                .andReturn().getResponse();
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return answer;
    }

    private JsonNode read(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return json.readTree(answer.getContentAsString());
    }

    private static void assertRefused(MockHttpServletResponse answer, int status, String code) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        assertThat(answer.getContentAsString()).contains(code);
    }

    private static String base64(String text) {
        return java.util.Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
