package org.zhiping.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhiping.ProductTest;
import org.zhiping.document.TestDocuments;
import org.zhiping.intake.IntakeOffice;
import org.zhiping.intake.RoundPlan;
import org.zhiping.intake.Rounds;
import org.zhiping.portal.ApiClient.Answer;

/** The applicant's REST API on the whole product, with everything that programs send wrong. */
@ProductTest
class ApplicantApiTest {

    private static final String PASSWORD = "correct-horse-7";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    /** Each test has a person of its own, for nobody may have two applications of a level. */
    private static final List<String> ID_NUMBERS = List.of("11010519491231002x", "810000199408230021", "830000199201300022");

    @Autowired Rounds rounds;
    @Autowired Clock clock;
    @LocalServerPort int port;
    private ApiClient applicant;
    private String round;
    private String path;

    @BeforeEach
    void startADraft() {
        Instant now = clock.instant();
        round = rounds.plan(new RoundPlan("all-media-operator", "2023", List.of("LEVEL_4", "LEVEL_3"), List.of("A", "E"),
                now.minusSeconds(60), now.plus(Duration.ofDays(1)), LocalDate.now(clock), IntakeOffice.S2_PARAMETERS)).number();
        rounds.open(round);
        applicant = register();
        Answer started = applicant.post("/api/v1/applications", start("LEVEL_4", "A"));
        assertThat(started.status()).isEqualTo(201);
        path = "/api/v1/applications/" + started.text("/caseNumber");
    }

    @Test
    void fromSignUpToSubmissionAndWithdrawal() {
        assertThat(new ApiClient(port, null, null).get("/api/v1/rounds").body().findValuesAsText("number")).contains(round);
        assertThat(applicant.put(path + "/facts", facts(0, clock.instant().minus(Duration.ofDays(366 * 6)))).status()).isEqualTo(200);
        assertThat(applicant.get(path + "/eligibility").text("/outcome")).isEqualTo("eligible");
        for (var material : applicant.get(path + "/materials").body()) {
            if (material.get("required").asBoolean() && !material.get("byApplication").asBoolean()) {
                String code = material.get("material").asText();
                TestDocuments.Upload upload = TestDocuments.upload(code);
                Answer attached = applicant.upload(path + "/materials/" + code, upload.name(), upload.content());
                assertThat(attached.status()).isEqualTo(201);
                assertThat(attached.text("/name")).isEqualTo(upload.name());
            }
        }
        assertThat(applicant.post(path + "/submit", null).text("/status")).isEqualTo("SUBMITTED");
        assertProblem(applicant.post(path + "/submit", null), 409, "application-already-submitted", "不能重复提交");
        assertProblem(applicant.put(path + "/facts", "{}"), 409, "application-not-editable", "当前不能修改");
        assertProblem(applicant.post(path + "/supplement", null), 409, "application-not-returned", "没有被退回");
        assertProblem(applicant.get(path + "/certificate"), 404, "certificate-not-issued", "还没有证书");

        Answer withdrawn = applicant.post(path + "/withdraw", "{\"reason\":\"改报其他批次\"}");
        assertThat(withdrawn.text("/status")).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.body().at("/timeline").findValuesAsText("milestone")).containsExactly("SUBMITTED", "WITHDRAWN");
        assertProblem(applicant.post(path + "/withdraw", null), 409, "application-cannot-be-withdrawn", "不能撤回");
    }

    @Test
    void withoutConsentNothingStartsAndNothingIsSaved() {
        assertThat(applicant.delete("/api/v1/consents").status()).isEqualTo(204);
        Answer refused = applicant.put(path + "/facts", "{}");
        assertProblem(refused, 403, "consent-missing", "POST /api/v1/consents");
        assertProblem(applicant.post("/api/v1/applications", start("LEVEL_3", "E")), 403, "consent-missing", "个人信息");
        assertProblem(applicant.upload(path + "/materials/ID_COPY", "a.pdf", TestDocuments.pdf()), 403, "consent-missing", "个人信息");
        assertThat(applicant.get(path).status()).as("reading stays").isEqualTo(200);
        String version = applicant.get("/api/v1/consents/text").text("/version");
        assertProblem(applicant.post("/api/v1/consents", "{\"version\":\"%s\",\"general\":true}".formatted(version)), 400, "consent-both", "分别");
        assertProblem(applicant.post("/api/v1/consents", "{\"version\":\"old\",\"general\":true,\"sensitive\":true}"), 409, "consent-version", version);
        Answer given = applicant.post("/api/v1/consents", "{\"version\":\"%s\",\"general\":true,\"sensitive\":true}".formatted(version));
        assertThat(given.body().findValuesAsText("purpose")).containsExactly("SENSITIVE", "GENERAL", "SENSITIVE", "GENERAL");
        assertThat(given.text("/0/hash")).hasSize(64);
        assertThat(applicant.put(path + "/facts", "{}").status()).isEqualTo(200);
        assertThat(applicant.delete("/api/v1/consents").status()).isEqualTo(204);
        assertThat(applicant.post(path + "/withdraw", null).status()).as("withdrawing stays").isEqualTo(200);
    }

    @Test
    void strangersSeeNothing() {
        ApiClient stranger = register();
        for (Answer answer : List.of(stranger.get(path), stranger.get(path + "/eligibility"), stranger.get(path + "/materials"),
                stranger.put(path + "/facts", "{}"), stranger.post(path + "/submit", null), stranger.post(path + "/withdraw", null),
                stranger.get(path + "/certificate"))) {
            assertProblem(answer, 404, "application-not-found", "没有找到该申报");
        }
        assertThat(new ApiClient(port, null, null).get(path).status()).isEqualTo(401);
        assertThat(stranger.get("/api/v1/applications").body()).isEmpty();
    }

    @Test
    void wrongPersonsAndFactsAreToldFieldByField() {
        applicant.put(path + "/facts", """
                {"person": {"idType": "RESIDENT_ID", "idNumber": "110105194912310021", "applicantKind": "WORKER"},
                 "jobs": [{"occupation": "网络编辑", "from": "2020-02-30"}]}
                """);
        Answer refused = applicant.post(path + "/submit", null);
        assertProblem(refused, 400, "id-number-wrong", "证件号码");
        assertThat(refused.body().at("/errors").findValuesAsText("field")).containsExactly("person.idNumber", "jobs[0].from");
        assertThat(applicant.get(path).text("/facts/jobs/0/from")).isEqualTo("2020-02-30");
    }

    @Test
    void aNullCharacterIsABlankInTextAndRefusedInAPath() {
        Answer saved = applicant.put(path + "/facts", "{\"jobs\": [{\"employer\": \"某\\u0000公司\"}], \"condition\": \"L4\\u00001\"}");
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.text("/facts/jobs/0/employer")).isEqualTo("某 公司");
        assertThat(applicant.get(path + "%00").status()).isEqualTo(400);
        assertThat(applicant.get("/api/v1/applications/x%00/eligibility").status()).isEqualTo(400);

        assertThat(applicant.post(path + "/withdraw", "{\"reason\": \"改报\\u0000其他批次\"}").text("/status")).isEqualTo("WITHDRAWN");
    }

    @Test
    void numbersAndBooleansAreTextAsWell() {
        Answer saved = applicant.put(path + "/facts", "{\"course\": {\"completed\": true, \"hours\": 32}}");
        assertThat(saved.text("/facts/courses/0/completed")).isEqualTo("yes");
        assertThat(saved.text("/facts/courses/0/hours")).isEqualTo("32");
    }

    @Test
    void whoIsNotEligibleIsToldWhyAndWhen() {
        applicant.put(path + "/facts", facts(1, clock.instant().minus(Duration.ofDays(700))));
        Answer refused = applicant.post(path + "/submit", null);
        assertProblem(refused, 400, "not-eligible", "1.9.1 四级(1)");
        assertThat(refused.text("/detail")).contains("累计从事本职业或相关职业工作满5年", "若现在的工作一直继续");
        assertThat(applicant.get(path + "/eligibility").text("/misses/0/gaps/0/reachedOn")).matches("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void everyMissingMaterialIsNamed() {
        applicant.put(path + "/facts", facts(2, clock.instant().minus(Duration.ofDays(366 * 6))));
        Answer refused = applicant.post(path + "/submit", null);
        assertProblem(refused, 400, "material-missing", "工作年限证明");
        assertThat(refused.body().at("/errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("materials.ID_COPY", "materials.PHOTO", "materials.WORK_YEARS_PROOF");
    }

    @Test
    void badFilesAreRefused() {
        String materials = path + "/materials/ID_COPY";
        assertProblem(applicant.upload(materials, "a.pdf", new byte[0]), 400, "file-empty", "空的");
        assertProblem(applicant.upload(materials, "a.png", TestDocuments.pdf()), 400, "file-type-mismatch", "不一致");
        assertProblem(applicant.upload(materials, "../a.pdf", TestDocuments.pdf()), 400, "file-name-unsafe", "文件名");
        assertProblem(applicant.upload(path + "/materials/PASSWORD", "a.pdf", TestDocuments.pdf()), 400, "material-unknown", "没有这项材料");
        assertProblem(applicant.upload(path + "/materials/PHOTO", "a.pdf", TestDocuments.pdf()), 400, "portrait-not-a-picture", "不能是 PDF");
        Answer huge = applicant.upload(materials, "a.pdf", new byte[30 * 1024 * 1024]);
        assertThat(huge.status()).isEqualTo(413);
        assertThat(huge.type()).startsWith("application/problem+json");
        assertThat(huge.text("/detail")).contains("过大");
        assertThat(applicant.post(materials, "{}").status()).isEqualTo(415);
        assertThat(applicant.get(path + "/materials").body().findValuesAsText("document")).isEmpty();
    }

    @Test
    void filesCanBeTakenBack() {
        String document = applicant.upload(path + "/materials/ID_COPY", "a.pdf", TestDocuments.pdf()).text("/document");
        assertThat(applicant.delete(path + "/materials/" + document).status()).isEqualTo(204);
        assertProblem(applicant.delete(path + "/materials/" + document), 404, "document-not-found", "没有找到");
        assertThat(applicant.delete(path + "/materials/not-a-uuid").status()).isEqualTo(400);
    }

    @Test
    void twoProgramsDoNotOverwriteEachOther() {
        int version = applicant.get(path).body().get("version").asInt();
        assertThat(applicant.put(path + "/facts", "{\"version\": " + version + "}").status()).isEqualTo(200);
        assertProblem(applicant.put(path + "/facts", "{\"version\": " + version + "}"), 409, "application-changed-meanwhile", "没有保存");
    }

    @Test
    void wrongStartsAreRefused() {
        assertProblem(applicant.post("/api/v1/applications", start("LEVEL_4", "A")), 409, "application-already-open", "不能重复申报");
        assertProblem(applicant.post("/api/v1/applications", start("LEVEL_4", "E")), 400, "direction-not-at-level", "数据分析");
        assertProblem(applicant.post("/api/v1/applications", "{\"round\":\"R1\",\"level\":\"LEVEL_4\"}"), 404, "round-not-found", "批次");
        assertThat(applicant.post("/api/v1/applications", "{").status()).isEqualTo(400);
        rounds.close(round, "");
        assertProblem(applicant.post("/api/v1/applications", start("LEVEL_3", "E")), 409, "round-not-accepting", "不接受申报");
    }

    @Test
    void theDescriptionNamesEveryOperation() {
        Map<String, String> operations = Map.ofEntries(
                Map.entry("/api/v1/accounts", "post"),
                Map.entry("/api/v1/codes", "post"),
                Map.entry("/api/v1/passwords", "post"),
                Map.entry("/api/v1/contacts", "post"),
                Map.entry("/api/v1/consents", "post"),
                Map.entry("/api/v1/rounds", "get"),
                Map.entry("/api/v1/applications", "post"),
                Map.entry("/api/v1/applications/{caseNumber}/facts", "put"),
                Map.entry("/api/v1/applications/{caseNumber}/materials/{code}", "post"),
                Map.entry("/api/v1/applications/{caseNumber}/submit", "post"),
                Map.entry("/api/v1/applications/{caseNumber}/supplement", "post"),
                Map.entry("/api/v1/applications/{caseNumber}/withdraw", "post"),
                Map.entry("/api/v1/applications/{caseNumber}/certificate", "get"),
                Map.entry("/api/v1/certificates", "get"));
        Answer description = new ApiClient(port, null, null).get("/api-docs");
        assertThat(description.status()).isEqualTo(200);
        operations.forEach((operation, method) -> assertThat(description.body().at("/paths").path(operation).path(method).path("summary").asText())
                .as(operation).matches(".*\\p{IsHan}.*"));
        assertThat(new ApiClient(port, null, null).get("/swagger-ui/index.html").status()).isEqualTo(200);
    }

    private ApiClient register() {
        String account = "applicant-" + NUMBER.incrementAndGet();
        Answer registered = new ApiClient(port, null, null).post("/api/v1/accounts",
                "{\"id\":\"%s\",\"name\":\"张伟\",\"password\":\"%s\"}".formatted(account, PASSWORD));
        assertThat(registered.status()).isEqualTo(201);
        ApiClient person = new ApiClient(port, account, PASSWORD);
        String version = person.get("/api/v1/consents/text").text("/version");
        assertThat(person.post("/api/v1/consents", "{\"version\":\"%s\",\"general\":true,\"sensitive\":true}".formatted(version)).status())
                .isEqualTo(201);
        return person;
    }

    private String start(String level, String direction) {
        return "{\"round\":\"%s\",\"level\":\"%s\",\"direction\":\"%s\"}".formatted(round, level, direction);
    }

    private String facts(int person, Instant since) {
        return """
                {"person": {"idType": "%s", "idNumber": "%s", "phone": "13800000000", "applicantKind": "WORKER", "employer": "某公司"},
                 "jobs": [{"employer": "某公司", "occupation": "全媒体运营师", "from": "%s"}]}
                """.formatted(person == 0 ? "RESIDENT_ID" : "PERMIT", ID_NUMBERS.get(person), LocalDate.ofInstant(since, clock.getZone()));
    }

    private static void assertProblem(Answer answer, int status, String code, String words) {
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.text("/code")).isEqualTo(code);
        assertThat(answer.text("/detail")).contains(words);
    }
}
