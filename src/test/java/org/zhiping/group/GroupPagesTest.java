package org.zhiping.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.ProductTest;
import org.zhiping.document.TestDocuments;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Round;
import org.zhiping.intake.Rounds;
import org.zhiping.page.PageReader;

/** The way of an agent through the pages, and who else finds which door closed. */
@ProductTest
@TestPropertySource(properties = "zhiping.sample.enabled=true")
class GroupPagesTest {

    private static final AtomicInteger NUMBER = new AtomicInteger(500);

    @Autowired WebApplicationContext product;
    @Autowired Accounts accounts;
    @Autowired Rounds rounds;
    @Autowired GroupWork work;
    PageReader reader;
    String agent;
    Round round;

    @BeforeEach
    void anAgent() {
        reader = new PageReader(product);
        agent = "page-agent-" + NUMBER.incrementAndGet();
        accounts.create(agent, "许经办", "某学校", Set.of(Role.GROUP_AGENT), "correct-horse-7", "test");
        round = rounds.open().stream().filter(one -> one.standard().equals("all-media-operator")).findFirst().orElseThrow();
    }

    private String somebody(Role role) {
        String id = "page-somebody-" + NUMBER.incrementAndGet();
        accounts.create(id, "某人", "", Set.of(role), "correct-horse-7", "test");
        return id;
    }

    private MockHttpServletResponse handed(byte[] sheet, byte[] zip, boolean declared) throws Exception {
        var request = multipart("/group/imports").file(new MockMultipartFile("sheet", "报名表.xlsx", GroupPages.XLSX, sheet))
                .file(new MockMultipartFile("archive", "材料.zip", "application/zip", zip));
        request.param("round", round.number()).param("declared", declared ? "true" : "").with(csrf());
        return reader.as(agent, request);
    }

    private void workAll() {
        while (work.once(() -> true)) {
            // until nothing is left to be done
        }
    }

    private static SheetMaker two() {
        return new SheetMaker().with(SheetMaker.person("赵一", SheetMaker.id(), SheetMaker.phone()))
                .with(SheetMaker.person("=cmd|' /C calc'!A0", "110105194912310020", SheetMaker.phone()));
    }

    @Test
    void anAgentHandsInLooksImportsAndSubmits() throws Exception {
        assertThat(reader.as(agent, get("/group")).getContentAsString()).contains("/group/rounds/" + round.number() + "/template.xlsx");
        String address = handed(two().xlsx(), SheetMaker.zip("2/证件照.jpg", TestDocuments.upload("PHOTO").content(), "7/x.pdf", TestDocuments.pdf()), true)
                .getRedirectedUrl();
        assertThat(reader.as(agent, get(address)).getContentAsString()).contains("<progress").contains("hx-trigger=\"every 2s\"");
        workAll();
        String checked = reader.as(agent, get(address)).getContentAsString();
        assertThat(checked).contains("赵*").contains("1101**********0020").contains("证件号码：").doesNotContain("110105194912310020").contains("7/x.pdf");
        assertThat(reader.as(agent, get(address).header("HX-Request", "true")).getHeader("HX-Refresh")).isEqualTo("true");
        assertThat(reader.as(agent, get(address + "?show=faulty")).getContentAsString()).doesNotContain("赵*");
        assertThat(reader.as(agent, post(address).param("act", "import").param("all", "true").with(csrf())).getStatus()).isEqualTo(409);
        assertThat(reader.as(agent, post(address).param("act", "import").with(csrf())).getStatus()).isEqualTo(302);
        workAll();
        assertThat(reader.as(agent, post(address).param("act", "submit").with(csrf())).getStatus()).isEqualTo(302);
        workAll();
        assertThat(reader.as(agent, get(address)).getContentAsString()).contains("未提交").contains("草稿").contains("ZP2");
    }

    @Test
    void whatAnExportHoldsIsTextWhateverItBeginsWith() throws Exception {
        String address = handed(two().xlsx(), new byte[0], true).getRedirectedUrl();
        workAll();
        byte[] sheet = reader.as(agent, get(address + "/rows.xlsx")).getContentAsByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(0).stream().map(cell -> cell.getText())).contains("问题", "姓名 *", "证件号码 *");
            assertThat(rows.get(2).stream().filter(cell -> cell != null).map(cell -> cell.getFormula())).containsOnlyNulls();
            assertThat(rows.get(2).stream().filter(cell -> cell != null).map(cell -> cell.getText())).contains("=cmd|' /C calc'!A0", "110105194912310020");
        }
        assertThat(handed(sheet, new byte[0], true).getRedirectedUrl()).startsWith("/group/imports/G");
    }

    @Test
    void anArchiveLargerThanAFormTakesComesWhole() throws Exception {
        String address = handed(two().xlsx(), new byte[0], true).getRedirectedUrl();
        byte[] noise = new byte[11 << 20];
        new Random(1).nextBytes(noise);
        byte[] zip = SheetMaker.zip("2/证件照.jpg", TestDocuments.upload("PHOTO").content(), "2/说明.bin", noise);
        assertThat(whole(address, zip).getStatus()).as("while it is checked").isEqualTo(409);
        workAll();
        assertThat(whole(address, zip).getStatus()).isEqualTo(200);
        workAll();
        assertThat(reader.as(agent, get(address)).getContentAsString()).contains("材料（二）.zip").contains("2/说明.bin").doesNotContain("2/证件照.jpg");
        assertThat(reader.as(somebody(Role.GROUP_AGENT), put(address + "/archive").contentType("application/zip").content(zip).with(csrf())).getStatus())
                .isEqualTo(404);
    }

    private MockHttpServletResponse whole(String address, byte[] zip) throws Exception {
        return reader.as(agent, put(address + "/archive").contentType("application/zip").content(zip)
                .header("X-File-Name", URLEncoder.encode("材料（二）.zip", StandardCharsets.UTF_8)).with(csrf()));
    }

    @Test
    void theTemplateIsOneThatCanBeHandedIn() throws Exception {
        byte[] template = reader.as(agent, get("/group/rounds/" + round.number() + "/template.xlsx")).getContentAsByteArray();
        String address = handed(template, new byte[0], true).getRedirectedUrl();
        workAll();
        assertThat(reader.as(agent, get(address)).getContentAsString()).contains("没有填写任何人");
    }

    @Test
    void whatIsWrongIsSaidBesideItsField() throws Exception {
        MockHttpServletResponse undeclared = handed(two().xlsx(), new byte[0], false);
        assertThat(undeclared.getStatus()).isEqualTo(400);
        assertThat(undeclared.getContentAsString()).contains("href=\"#declared\"");
        MockHttpServletResponse csv = handed("姓名,证件号码\n".getBytes(), new byte[0], true);
        assertThat(csv.getContentAsString()).contains("这不是 XLSX 文件").contains("id=\"sheet-fault\"");
    }

    @Test
    void onlyAgentsEnterAndTheExamOfficerOnlyLooks() throws Exception {
        String address = handed(two().xlsx(), new byte[0], true).getRedirectedUrl();
        workAll();
        String officer = somebody(Role.EXAM_OFFICER);
        for (String path : new String[] {"/group", address, address + "/rows.xlsx", "/api/v1/group-imports"}) {
            assertThat(reader.as(officer, get(path)).getStatus()).as(path).isEqualTo(403);
            assertThat(reader.as(somebody(Role.APPLICANT), get(path)).getStatus()).as(path).isEqualTo(403);
        }
        String desk = address.replace("/group/imports", "/desk/group-imports");
        assertThat(reader.as(officer, get("/desk/group-imports")).getContentAsString()).contains(desk).contains("许经办");
        assertThat(reader.as(officer, get(desk)).getContentAsString()).contains("赵*").doesNotContain("<form method=\"post\" action=\"/group")
                .doesNotContain("rows.xlsx");
        assertThat(reader.as(somebody(Role.ACCEPTANCE_OFFICER), get(desk)).getStatus()).isEqualTo(403);
        for (String closed : new String[] {"/desk", "/desk/group-imports", "/portal", "/camunda/app/tasklist/default/", "/api/desk/sessions"}) {
            assertThat(reader.as(agent, get(closed)).getStatus()).as(closed).isEqualTo(403);
        }
        String another = agent;
        anAgent();
        assertThat(agent).isNotEqualTo(another);
        assertThat(reader.as(agent, get(address)).getStatus()).isEqualTo(404);
    }
}
