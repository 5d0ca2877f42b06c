package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.casework.Recusals;
import org.zhiping.casework.Recusals.Declaration;
import org.zhiping.document.PdfA;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Round;
import org.zhiping.page.PageReader;
import org.zhiping.platform.HeldData;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Tasks;
import org.zhiping.record.CaseRecords;
import org.zhiping.record.Entry;

/** One case from application to certificate leaves one entry for each act, and each reader finds what is for them. */
@ProductTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CaseRecordWalkTest {

    private static final Map<String, Role> MORE_STAFF = Map.of("record-supervisor", Role.SUPERVISOR, "record-related", Role.ACCEPTANCE_OFFICER);

    private static String caseNumber;

    @Autowired CaseWalk walk;
    @Autowired CaseRecords records;
    @Autowired Applications applications;
    @Autowired Accounts accounts;
    @Autowired Tasks tasks;
    @Autowired Recusals recusals;
    @Autowired JdbcClient jdbc;
    @Autowired WebApplicationContext product;
    @Autowired ObjectMapper json;
    @Autowired List<HeldData> held;
    PageReader reader;

    @BeforeEach
    void hire() {
        walk.hireStaff();
        MORE_STAFF.forEach((id, role) -> {
            if (accounts.find(id).isEmpty()) {
                accounts.create(id, "督导 𠮷 " + id, "", Set.of(role), "Walk-the-case-1", "test");
            }
        });
        reader = new PageReader(product);
    }

    @Test
    @Order(1)
    void everyActIsAnEntryAndTheChainHolds() throws Exception {
        Round round = walk.openRound("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A"));
        caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        String task = walk.task(caseNumber, "review-materials", "officer").getId();
        recusals.declare(Declaration.ofCase("record-related", caseNumber, "申请人是本人亲属"), "record-related");
        assertThatThrownBy(() -> tasks.claim(task, "record-related")).isInstanceOf(Refusal.class);
        tasks.claim(task, "officer");
        tasks.unclaim(task, "officer");
        walk.review(caseNumber, "returned", "身份证复印件不清晰😀");
        walk.supplement(caseNumber);
        walk.review(caseNumber, "accepted", null);
        sit(round, "THEORY", List.of("evaluator1"));
        sit(round, "SKILL", List.of("evaluator1", "evaluator2", "evaluator3"));
        walk.approve(caseNumber, "approved", null);
        walk.fireTimer(caseNumber, "publicity-ends");

        List<Entry> entries = records.of(caseNumber);
        assertThat(records.find(caseNumber).fault()).isNull();
        assertThat(entries).filteredOn(entry -> entry.details().getOrDefault("task", "").equals("review-materials")).extracting(Entry::kind)
                .containsExactly("task-created", "act-refused", "task-claimed", "task-given-back", "task-claimed", "task-completed",
                        "task-created", "task-claimed", "task-completed");
        assertThat(entries).filteredOn(entry -> entry.kind().equals("task-completed")).hasSize(
                jdbc.sql("select count(*) from duty where case_number = :case").param("case", caseNumber).query(Integer.class).single());
        assertThat(entries).extracting(Entry::kind).containsSubsequence("submitted", "returned", "supplemented", "accepted", "ticket-issued", "part-recorded",
                "part-recorded", "result-proposed", "publicity-started", "certificate-issued");
        assertThat(of(entries, "submitted")).singleElement().extracting(Entry::role).isEqualTo("applicant");
        assertThat(of(entries, "act-refused")).singleElement().satisfies(refused -> {
            assertThat(refused.actor()).isEqualTo("record-related");
            assertThat(refused.details()).containsEntry("refusal", "duty-recused");
        });
        assertThat(of(entries, "task-completed").get(0)).satisfies(done -> {
            assertThat(done.actor()).isEqualTo("officer");
            assertThat(done.name()).isEqualTo("工作人员 officer");
            assertThat(done.role()).isEqualTo("acceptance-officer");
            assertThat(done.details()).containsEntry("outcome", "returned");
            assertThat(done.basis()).containsEntry("form", "review-materials").containsEntry("formVersion", "1").containsEntry("model", "evaluation")
                    .containsEntry("modelVersion", "1").containsEntry("edition", "2023");
        });
        assertThat(of(entries, "decision-made")).filteredOn(entry -> entry.details().get("decision").equals("eligibility")).singleElement()
                .satisfies(decided -> {
                    assertThat(decided.basis()).containsEntry("decision", "eligibility-all-media-operator-2023").containsKeys("decisionVersion", "rules", "clauses");
                    assertThat(decided.details()).containsEntry("outcome", "eligible");
                });
        assertThat(of(entries, "decision-made")).extracting(entry -> entry.details().get("decision"))
                .contains("eligibility", "assessment-plan", "part-outcome", "pass-fail");
        assertThat(of(entries, "notice-told")).extracting(entry -> entry.details().get("notice")).contains("submitted", "returned", "accepted", "certificate-issued");
    }

    @Test
    @Order(2)
    void staffSeeWhatTheirRolesNeed() throws Exception {
        String all = page("record-supervisor");
        assertThat(all).contains("因回避等原因被拒绝", "工作人员 evaluator2", "校验链完整", "规则判定", "是否合格", "受理人员");
        String officer = page("officer");
        assertThat(officer).contains("工作人员 officer", "评分人员（不具名）").doesNotContain("因回避等原因被拒绝", "工作人员 evaluator2", "是否合格");
        assertThat(page("verifier")).contains("是否合格").doesNotContain("工作人员 evaluator2");
        assertThat(page("evaluator2")).contains("工作人员 evaluator2").doesNotContain("工作人员 evaluator1");
        assertThat(reader.as("manager1", get("/desk/cases/" + caseNumber + "/record")).getStatus()).isEqualTo(403);
        String file = reader.as("record-supervisor", get("/desk/cases/" + caseNumber)).getContentAsString();
        assertThat(file).contains("/desk/cases/" + caseNumber + "/record\"");
    }

    @Test
    @Order(3)
    void theApplicantReadsItInPlainWords() throws Exception {
        String applicant = applications.find(caseNumber).applicant();
        String page = reader.as(applicant, get("/portal/applications/" + caseNumber + "/record")).getContentAsString();
        assertThat(page).contains("提交申报", "您", "身份证复印件不清晰", "审核", "通知您", "条款").doesNotContain("工作人员 ", "officer", "因回避", "领取任务", "record-related");
        assertThat(reader.as(applicant, get("/portal/applications/" + caseNumber)).getContentAsString()).contains("查看完整办理记录");
        String mine = json.writeValueAsString(held.stream().filter(one -> one.section().equals("case-records")).findFirst().orElseThrow().of(applicant));
        assertThat(mine).contains(caseNumber, "提交申报").doesNotContain("工作人员 officer", "act-refused");
    }

    @Test
    @Order(4)
    void theJsonCanBeCheckedByAnybody() throws Exception {
        JsonNode record = json.readTree(reader.as("record-supervisor", get("/desk/cases/" + caseNumber + "/record.json")).getContentAsByteArray());
        assertThat(record.path("schema").asText()).isEqualTo("zhiping-case-record-1");
        assertThat(followed(record)).as("every entry is given whole").isEqualTo(record.path("entries").size());
        JsonNode officers = json.readTree(reader.as("officer", get("/desk/cases/" + caseNumber + "/record.json")).getContentAsByteArray());
        assertThat(followed(officers)).as("some are left out, the chain is not").isLessThan(officers.path("entries").size());
        assertThat(of(records.of(caseNumber), "record-exported")).extracting(Entry::actor).contains("record-supervisor", "officer");
    }

    @Test
    @Order(5)
    void thePdfIsForKeeping() throws Exception {
        MockHttpServletResponse answer = reader.as("record-supervisor", get("/desk/cases/" + caseNumber + "/record.pdf"));
        byte[] pdf = answer.getContentAsByteArray();
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/case-record.pdf"), pdf);
        assertThat(PdfA.faults(pdf)).isEmpty();
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains(" · record-supervisor").as("no time is broken in two").doesNotContainPattern("\\d:\\s+\\d\\d");
            assertThat(text).contains("案卷记录", caseNumber, "校验链完整", "身份证复印件不清晰", "𠮷").contains("1 / " + document.getNumberOfPages());
            assertThat(text.replaceAll("\\s", "")).as("what no font has is printed as its number").contains("身份证复印件不清晰[U+1F600]").contains(json.readTree(reader.as("record-supervisor",
                    get("/desk/cases/" + caseNumber + "/record.json")).getContentAsByteArray()).path("entries").path(records.of(caseNumber).size() - 3).path("hash").asText());
        }
    }

    @Test
    @Order(6)
    void aCheckIsAskedForAtTheDesk() throws Exception {
        assertThat(reader.as("record-supervisor", post("/desk/record-checks").with(csrf())).getStatus()).isEqualTo(302);
        assertThat(reader.as("record-supervisor", get("/desk/record-checks")).getContentAsString()).contains("立即校验", "record-supervisor");
        assertThat(reader.as("officer", get("/desk/record-checks")).getStatus()).isEqualTo(403);
    }

    private String page(String person) throws Exception {
        MockHttpServletResponse page = reader.as(person, get("/desk/cases/" + caseNumber + "/record"));
        assertThat(page.getStatus()).isEqualTo(200);
        return page.getContentAsString();
    }

    /** As docs/case-record.md says. @return how many entries could be computed again */
    private static int followed(JsonNode record) throws Exception {
        ObjectMapper plain = new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        byte[] before = {};
        int whole = 0;
        for (JsonNode entry : record.path("entries")) {
            if (entry.has("salt")) {
                Map<String, Object> said = new TreeMap<>();
                for (String member : List.of("at", "kind", "role", "basis", "details", "takenOver", "salt")) {
                    said.put(member, plain.convertValue(entry.path(member), Object.class));
                }
                said.put("actor", entry.path("actor").asText(""));
                said.put("name", entry.path("name").asText(""));
                said.put("caseNumber", record.path("caseNumber").asText());
                byte[] digest = sha.digest(plain.writeValueAsString(said).getBytes(StandardCharsets.UTF_8));
                assertThat(HexFormat.of().formatHex(digest)).isEqualTo(entry.path("digest").asText());
                whole++;
            }
            sha.update(before);
            before = sha.digest(HexFormat.of().parseHex(entry.path("digest").asText()));
            assertThat(HexFormat.of().formatHex(before)).isEqualTo(entry.path("hash").asText());
        }
        assertThat(record.path("chain").path("lastHash").asText()).isEqualTo(HexFormat.of().formatHex(before));
        return whole;
    }

    private static List<Entry> of(List<Entry> entries, String kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind)).toList();
    }

    private void sit(Round round, String part, List<String> scorers) {
        String session = walk.openSession(round, "LEVEL_4", "A", part);
        walk.plan(session, scorers, List.of(caseNumber));
        walk.recordAttendance(session, Map.of());
        scorers.forEach(scorer -> walk.enterScores(session, scorer, Map.of(caseNumber, 80)));
        walk.verify(session, "verified", null);
    }
}
