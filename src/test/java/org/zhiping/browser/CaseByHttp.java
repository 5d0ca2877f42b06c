package org.zhiping.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.FilePayload;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.zhiping.ResidentIds;
import org.zhiping.RunningProduct;
import org.zhiping.document.TestDocuments;
import org.zhiping.document.TestPapers;

/** Brings cases over HTTP to where a browser test begins, with the calls of {@code docs/api.md}. */
final class CaseByHttp {

    static final FilePayload PROOF = new FilePayload("证明.pdf", "application/pdf", TestDocuments.pdf());
    static final FilePayload PORTRAIT = new FilePayload("照片.jpg", "image/jpeg", TestPapers.portrait());

    /** A person at work since 2012, with this ID number and these certificates. */
    private static final String AT_WORK = """
            {"person": {"idType": "RESIDENT_ID", "idNumber": "%s", "phone": "13800000000", "applicantKind": "WORKER",
                        "employer": "北京某传媒有限公司"},
             "jobs": [{"employer": "北京某传媒有限公司", "occupation": "全媒体运营师", "from": "2012-03-01"}],
             "certificates": [%s]}""";
    private static final String LEVEL_3 = """
            {"occupation": "全媒体运营师", "level": "LEVEL_3", "issuedOn": "2019-06-30", "number": "S000011000001193000001"}""";

    private static final List<String> ASSESSORS = List.of("evaluator-1", "evaluator-2", "evaluator-3");

    /** Nobody may have two open applications for one level. */
    private static int people;

    private final Program program;
    private final TasksByHttp tasks;

    CaseByHttp(Program program) {
        this.program = program;
        this.tasks = new TasksByHttp(program);
    }

    static String newIdNumber() {
        return ResidentIds.of(people++);
    }

    void signUp(String account, String name) {
        program.post("", "/api/v1/accounts",
                Map.of("id", account, "name", name, "password", RunningProduct.PASSWORD));
        consent(account);
    }

    /** To the use of personal data, as everybody must before the first application. */
    void consent(String account) {
        String version = program.get(account, "/api/v1/consents/text").get("version").asText();
        program.post(account, "/api/v1/consents", Map.of("version", version, "general", true, "sensitive", true));
    }

    /** An application for 全媒体运营师, direction 创意策划, not yet submitted. @return its case number */
    String draft(String applicant, String level) {
        String number = program.post(applicant, "/api/v1/applications",
                Map.of("round", round(), "level", level, "direction", "A")).get("caseNumber").asText();
        String claims = AT_WORK.formatted(newIdNumber(), level.equals("LEVEL_4") ? "" : LEVEL_3);
        program.put(applicant, "/api/v1/applications/" + number + "/facts", TasksByHttp.tree(claims));
        return number;
    }

    String submitted(String applicant, String level) {
        String number = readyToSubmit(applicant, level);
        program.post(applicant, "/api/v1/applications/" + number + "/submit", null);
        return number;
    }

    String readyToSubmit(String applicant, String level) {
        String number = draft(applicant, level);
        for (JsonNode line : program.get(applicant, "/api/v1/applications/" + number + "/materials")) {
            if (line.get("required").asBoolean() && !line.get("byApplication").asBoolean()) {
                String material = line.get("material").asText();
                program.upload(applicant, "/api/v1/applications/" + number + "/materials/" + material, TestDocuments.upload(material));
            }
        }
        return number;
    }

    String accepted(String applicant, String level) {
        String number = submitted(applicant, level);
        review(number, "accepted", "");
        reached(applicant, number, "ACCEPTED");
        return number;
    }

    void askToKeepOut(String applicant, String number, String teacher) {
        program.post(applicant, "/api/v1/applications/" + number + "/recusal-requests",
                Map.of("name", teacher, "employer", "示范职业学院", "kind", "TEACHER", "why", "是我的班主任"));
    }

    void review(String number, String outcome, String reason) {
        reviewBy("acceptance-officer", number, outcome, reason);
    }

    void reviewBy(String officer, String number, String outcome, String reason) {
        tasks.finish(officer, number, "review-materials", shown -> {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("materials", TasksByHttp.rows(shown, "materials", Map.of("authenticity", "confirmed", "completeness", "complete")));
            values.put("facts", TasksByHttp.rows(shown, "facts", Map.of()));
            values.put("questions", TasksByHttp.rows(shown, "questions", Map.of("answer", "yes", "reason", "已核实")));
            values.put("reviewOutcome", outcome);
            if (!reason.isEmpty()) {
                values.put("reason", reason);
            }
            return values;
        });
    }

    /** Gives a task that somebody has back to the people of its role. */
    void release(String manager, String number, String taskKey) {
        tasks.release(manager, number, taskKey);
    }

    /** A session that is not planned yet. @return its number */
    String openSession(String level, String part) {
        return program.post("exam-officer", "/api/desk/sessions",
                Map.of("round", round(), "level", level, "direction", "A", "part", part)).get("sessionNumber").asText();
    }

    /** Opens and plans a session. @return its number */
    String session(String level, String part, List<String> scorers, String... cases) {
        String number = openSession(level, part);
        tasks.finish("exam-officer", number, "plan-session", shown -> Map.of(
                "startsAt", Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES).toString(), "minutes", 120,
                "room", "101 考场", "capacity", 30, "invigilators", TasksByHttp.list("invigilator-1", "invigilator-2"),
                "scorers", TasksByHttp.list(scorers.toArray()), "candidates", TasksByHttp.list((Object[]) cases)));
        return number;
    }

    /** The invigilator takes the task of recording who came. */
    void beginAttendance(String session) {
        tasks.claim("invigilator-1", session, "record-attendance");
    }

    void attend(String session) {
        tasks.finish("invigilator-1", session, "record-attendance", shown ->
                Map.of("candidates", TasksByHttp.rows(shown, "candidates", Map.of("attendance", "present"))));
    }

    void score(String session, String scorer, String number, double score) {
        tasks.claim(scorer, session, "enter-scores");
        program.put(scorer, "/api/desk/sessions/" + session + "/scores",
                Map.of("scores", List.of(Map.of("caseNumber", number, "score", score))));
        tasks.finish(scorer, session, "enter-scores", shown -> Map.of("confirmed", true));
    }

    void verify(String session) {
        tasks.finish("score-verifier", session, "verify-scores", shown -> Map.of("verificationOutcome", "verified"));
    }

    /** A 二级 case from the application through theory, skill and panel to the certificate. */
    String certified(String applicant) {
        String number = accepted(applicant, "LEVEL_2");
        sitThrough(session("LEVEL_2", "THEORY", List.of("evaluator-1"), number), number, "evaluator-1");
        sitThrough(session("LEVEL_2", "SKILL", ASSESSORS, number), number, ASSESSORS.toArray(String[]::new));
        panel(number);
        approve(applicant, number);
        return number;
    }

    /** From after the theory examination of 四级 to the certificate. */
    void skillAndApproval(String applicant, String number) {
        sitThrough(session("LEVEL_4", "SKILL", ASSESSORS, number), number, ASSESSORS.toArray(String[]::new));
        approve(applicant, number);
    }

    /** Attendance, the scorers' sheets and their verification. */
    void sitThrough(String session, String number, String... scorers) {
        attend(session);
        List.of(scorers).forEach(scorer -> score(session, scorer, number, 78.5));
        verify(session);
    }

    private void approve(String applicant, String number) {
        tasks.finish("approver", number, "approve-result", shown ->
                Map.of("completeness", "yes", "conformity", "yes", "correctness", "yes", "approvalOutcome", "approved"));
        reached(applicant, number, "CERTIFIED");
    }

    private void panel(String number) {
        List<String> members = List.of("panel-member-1", "panel-member-2", "panel-member-3");
        tasks.finish("exam-officer", number, "appoint-panel", shown -> Map.of(
                "members", TasksByHttp.list(members.toArray()), "chair", "panel-member-1",
                "heldAt", Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES).toString(), "minutes", 30, "place", "评审室"));
        members.forEach(member -> tasks.finish(member, number, "score-candidate", shown ->
                Map.of("score", 71.25, "opinion", "方案完整，措施可行。")));
        tasks.finish("panel-member-1", number, "confirm-minutes", shown -> Map.of("minutes", "三位委员独立评分，意见一致。", "confirmed", true));
    }

    void reached(String applicant, String number, String status) {
        program.await(applicant, "/api/v1/applications/" + number, found -> found.get("status").asText().equals(status));
    }

    private String round() {
        return StreamSupport.stream(program.get("", "/api/v1/rounds").spliterator(), false)
                .filter(round -> round.get("standard").asText().equals("all-media-operator")).findFirst().orElseThrow().get("number").asText();
    }
}
