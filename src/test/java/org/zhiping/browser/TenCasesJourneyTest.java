package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A reviewer decides the ten practice cases, every other one in Tasklist and at the desk: accepts, returns two items, escalates, keeps out. */
@ExtendWith(Stage.Door.class)
class TenCasesJourneyTest {

    private static final String OFFICER = "acceptance-officer";
    private static final List<String> UNSEALED = List.of("WORK_YEARS_PROOF", "completeness", "没有加盖公章");
    private static final List<String> OTHER_PERSON = List.of("ID_COPY", "authenticity", "与填报的个人信息不一致");
    private static final List<String> OTHER_YEARS = List.of("WORK_YEARS_PROOF", "authenticity", "与填报的工作经历不一致");
    private static final List<String> UNREADABLE = List.of("PRIOR_CERTIFICATE_COPY", "completeness", "看不清");

    private final Stage stage;
    private final Program program;

    TenCasesJourneyTest(Stage stage) {
        this.stage = stage;
        this.program = new Program(stage.address());
    }

    @Test
    void tenCasesAreDecidedInTasklistAndAtTheDesk() {
        List<JsonNode> prepared = prepared();
        try (Person officer = stage.person(OFFICER)) {
            for (int i = 0; i < prepared.size(); i++) {
                decide(officer, prepared.get(i), i % 2 == 0);
            }
        }
        for (JsonNode one : prepared) {
            String number = one.get("caseNumber").asText();
            switch (one.get("exercise").asText()) {
                case "accept" -> reached(one, "ACCEPTED");
                case "return-two" -> {
                    reached(one, "RETURNED");
                    try (Person applicant = stage.person(one.get("account").asText())) {
                        applicant.go("/portal/applications/" + number);
                        assertThat(applicant.page.locator("ol.returned > li").count()).as("items returned of " + number).isEqualTo(2);
                    }
                }
                case "escalate" -> assertThat(task("evaluator-1", number).get("taskDefinitionKey").asText()).isEqualTo("give-evaluator-opinion");
                default -> assertThat(task("team-lead", number).get("assignee").isNull()).as("waits for somebody else: " + number).isTrue();
            }
        }
    }

    /** From the page that prepares them, as the reviewer finds it. */
    private List<JsonNode> prepared() {
        try (Person lead = stage.person("team-lead")) {
            lead.go("/desk/practice-cases");
            lead.page.locator("main form button").click();
            lead.page.locator("main .note.ok").waitFor();
            lead.photograph("practice-cases.png");
            List<JsonNode> all = new ArrayList<>();
            for (Locator line : lead.page.locator("main table").first().locator("tbody tr").all()) {
                String[] cells = line.locator("td").allInnerTexts().toArray(String[]::new);
                all.add(TasksByHttp.tree("{\"caseNumber\":\"%s\",\"account\":\"%s\",\"exercise\":\"%s\"}".formatted(cells[0].strip(),
                        cells[1].substring(cells[1].indexOf('·') + 1).strip(), exercise(cells[2].strip()))));
            }
            assertThat(all).hasSize(10);
            return all;
        }
    }

    private static String exercise(String words) {
        return switch (words) {
            case "审核受理" -> "accept";
            case "退回两项材料" -> "return-two";
            case "提交评价老师审查" -> "escalate";
            case "申请回避（亲属）" -> "RELATIVE";
            case "申请回避（师生）" -> "TEACHER";
            default -> throw new AssertionError(words);
        };
    }

    private void decide(Person officer, JsonNode one, boolean inTasklist) {
        String number = one.get("caseNumber").asText();
        if (inTasklist) {
            officer.openTask("", number);
        } else {
            officer.take("", number);
            officer.page.locator("#complete:enabled").waitFor();
            officer.page.locator(".fjs-container .fjs-form-field").first().waitFor();
        }
        String exercise = one.get("exercise").asText();
        if (exercise.equals("RELATIVE") || exercise.equals("TEACHER")) {
            keepOut(officer, number, exercise, inTasklist);
            return;
        }
        officer.chooseInEachRow("materials-authenticity", 0);
        officer.chooseInEachRow("materials-completeness", 0);
        switch (exercise) {
            case "return-two" -> {
                (one.get("account").asText().endsWith("-3") ? List.of(OTHER_PERSON, UNSEALED) : List.of(UNREADABLE, OTHER_YEARS))
                        .forEach(item -> fault(officer, item));
                officer.choose("review-outcome", 1);
            }
            case "escalate" -> {
                officer.choose("review-outcome", 2);
                officer.fill("reason", "工作年限证明的内容需要评价老师判断");
            }
            default -> officer.choose("review-outcome", 0);
        }
        officer.photograph("ten-" + (inTasklist ? "tasklist-" : "desk-") + exercise + ".png");
        if (inTasklist) {
            officer.complete();
        } else {
            String here = officer.page.url();
            officer.page.locator("#complete").click();
            officer.page.waitForURL(url -> !url.equals(here));
            assertThat(officer.text("main .note.ok")).contains("已完成", number);
        }
    }

    /** Item: material, what is wrong with it, reason. */
    private static void fault(Person officer, List<String> item) {
        Locator codes = officer.page.locator(".fjs-container input[id*='-materials-material-hidden_']");
        for (int row = 0; row < codes.count(); row++) {
            if (codes.nth(row).inputValue().equals(item.get(0))) {
                officer.page.locator(".fjs-container input[id*='-materials-" + item.get(1) + "_" + row + "'][id$='-1']").check();
                String list = item.get(1).equals("authenticity") ? "doubts" : "gaps";
                officer.page.locator(".fjs-container .fjs-form-field-checklist:has(input[id*='-materials-" + list + "_" + row + "']) label:has-text('"
                        + item.get(2) + "')").last().click();
                return;
            }
        }
        throw new AssertionError(item.toString());
    }

    /** From the case file beside the form, which leads to the page of recusals. */
    private void keepOut(Person officer, String number, String kind, boolean inTasklist) {
        Locator link;
        if (inTasklist) {
            officer.page.locator(".nav-tabs a:has-text('案卷')").click();
            FrameLocator file = officer.page.frameLocator(".task-details iframe.case-file");
            link = file.locator("a[href*='/desk/recusals?caseNumber=" + number + "']").first();
        } else {
            link = officer.page.locator("#panel a[href*='/desk/recusals?caseNumber=" + number + "']").first();
        }
        Page recusals = officer.page.waitForPopup(link::click);
        recusals.locator("[name=kind][value=" + kind + "]").check();
        assertThat(recusals.inputValue("[name=caseNumber]")).isEqualTo(number);
        recusals.fill("[name=reason]", "练习：应当回避");
        recusals.locator("main form button[type=submit]").first().click();
        recusals.locator("main .note.ok").waitFor();
        recusals.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/ten-recusal-" + kind + ".png")).setFullPage(true));
        recusals.close();
        officer.go("/desk/worklist?view=waiting");
        officer.page.fill("#sought", number);
        officer.page.waitForNavigation(() -> officer.page.keyboard().press("Enter"));
        officer.page.waitForNavigation(() -> officer.page.locator("[data-worklist] tr:has-text('" + number + "') button:has-text('领取')").click());
        assertThat(officer.text("main h1")).as("still at the list").isEqualTo("任务列表");
        assertThat(officer.text("main .note")).contains(kind.equals("RELATIVE") ? "亲属" : "师生");
        officer.photograph("ten-kept-out-" + kind + ".png");
    }

    private void reached(JsonNode one, String status) {
        program.await(one.get("account").asText(), "/api/v1/applications/" + one.get("caseNumber").asText(), found -> found.get("status").asText().equals(status));
    }

    private JsonNode task(String person, String number) {
        return program.await(person, "/engine-rest/task?processInstanceBusinessKey=" + number, found -> !found.isEmpty()).get(0);
    }
}
