package org.zhiping.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** One examination session from opening to verified scores; its acts are shared by its candidates. */
final class Sitting {

    private final Api api;
    private final Staff staff;
    private final String round;

    Sitting(Api api, Staff staff, String round) {
        this.api = api;
        this.staff = staff;
        this.round = round;
    }

    void hold(String part, List<String> scorers, List<String> cases) {
        String session = api.post(Act.action("open session"), "exam-officer", "/api/desk/sessions",
                Map.of("round", round, "level", "LEVEL_4", "direction", "A", "part", part)).get("sessionNumber").textValue();
        plan(session, scorers, cases);
        attend(session);
        scorers.forEach(scorer -> score(session, scorer, cases));
        String task = staff.open("score-verifier", session, "verify-scores");
        staff.form("score-verifier", task, "verify-scores");
        staff.claim("score-verifier", task, "verify-scores");
        staff.complete("score-verifier", task, "verify-scores", Map.of("verificationOutcome", Staff.value("verified")));
    }

    private void plan(String session, List<String> scorers, List<String> cases) {
        String task = staff.open("exam-officer", session, "plan-session");
        staff.form("exam-officer", task, "plan-session");
        staff.claim("exam-officer", task, "plan-session");
        staff.complete("exam-officer", task, "plan-session", Map.of(
                "startsAt", Staff.value(Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES).toString()),
                "minutes", Staff.value(120), "room", Staff.value("101 考场"), "capacity", Staff.value(30),
                "invigilators", Api.list(List.of("invigilator-1", "invigilator-2")), "scorers", Api.list(scorers),
                "candidates", Api.list(cases)));
    }

    private void attend(String session) {
        String task = staff.open("invigilator-1", session, "record-attendance");
        JsonNode form = staff.form("invigilator-1", task, "record-attendance");
        staff.claim("invigilator-1", task, "record-attendance");
        staff.complete("invigilator-1", task, "record-attendance", Map.of(
                "candidates", Api.list(Staff.filledIn(Staff.shown(form, "candidates"), Map.of("attendance", "present")))));
    }

    private void score(String session, String scorer, List<String> cases) {
        String task = staff.open(scorer, session, "enter-scores");
        staff.form(scorer, task, "enter-scores");
        api.put(Act.part("save score sheet"), scorer, "/api/desk/sessions/" + session + "/scores",
                Map.of("scores", cases.stream().map(number -> Map.of("caseNumber", number, "score", 78.5)).toList()));
        staff.complete(scorer, task, "enter-scores", Map.of("confirmed", Staff.value(true)));
    }
}
