package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who types faster than a form takes over, at the desk and in Tasklist: every field keeps what was typed. */
@ExtendWith(Stage.Door.class)
class TypingTest {

    /** Longer than the form viewer waits by itself before it takes over what was typed. */
    private static final int DRAWN_MS = 700;

    private final Stage stage;
    private final CaseByHttp cases;

    TypingTest(Stage stage) {
        this.stage = stage;
        this.cases = stage.cases();
    }

    @Test
    void atTheDeskEveryFieldOfManyRowsIsKept() {
        String number = submitted("typing-desk");
        try (Person officer = stage.person("acceptance-officer")) {
            officer.take("", number);
            officer.page.locator("#complete:enabled").waitFor();
            Map<String, String> typed = fillEveryRow(officer.page);
            assertKept(officer.page, typed);
            officer.page.locator("#state", new Page.LocatorOptions().setHasText("已暂存")).waitFor();
            officer.page.reload();
            officer.page.locator("#complete:enabled").waitFor();
            assertKept(officer.page, typed);
        }
    }

    @Test
    void inTasklistEveryFieldOfManyRowsIsKept() {
        String number = submitted("typing-tasklist");
        try (Person officer = stage.person("acceptance-officer")) {
            officer.openTask("", number);
            assertKept(officer.page, fillEveryRow(officer.page));
        }
    }

    @Test
    void aNumberDoesNotTakeAwayTheTextThatFollowsIt() {
        String session = cases.openSession("LEVEL_4", "THEORY");
        try (Person officer = stage.person("exam-officer")) {
            officer.take("", session);
            officer.page.locator("#complete:enabled").waitFor();
            assertKept(officer.page, plan(officer));
            officer.page.locator("#tasklist").click();
            officer.page.locator(".fjs-container .fjs-form-field").first().waitFor();
            assertKept(officer.page, plan(officer));
        }
    }

    @Test
    void whatIsBeingComposedIsNotDrawnOver() {
        String session = cases.openSession("LEVEL_4", "THEORY");
        try (Person officer = stage.person("exam-officer")) {
            officer.take("", session);
            officer.page.locator("#complete:enabled").waitFor();
            officer.page.locator("[id$='-minutes']").fill("120");
            officer.page.locator("[id$='-room']").focus();
            CDPSession keys = officer.page.context().newCDPSession(officer.page);
            for (String composed : List.of("k", "ka", "kao", "kao'c", "kao'chang")) {
                JsonObject step = new JsonObject();
                step.addProperty("text", composed);
                step.addProperty("selectionStart", composed.length());
                step.addProperty("selectionEnd", composed.length());
                keys.send("Input.imeSetComposition", step);
                officer.page.waitForTimeout(80);
            }
            officer.page.keyboard().insertText("考场一");
            assertKept(officer.page, Map.of("[id$='-minutes']", "120", "[id$='-room']", "考场一"));
        }
    }

    private String submitted(String account) {
        cases.signUp(account, "快手");
        return cases.submitted(account, "LEVEL_4");
    }

    private static Map<String, String> plan(Person officer) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("[id$='-minutes']", "120");
        typed.put("[id$='-room']", "101 考场");
        typed.put("[id$='-capacity']", "30");
        typed.forEach((field, text) -> officer.page.locator(field).fill(text));
        return typed;
    }

    /** Types into every row of the lists, one after the other and without a pause. @return what was typed, by field */
    private static Map<String, String> fillEveryRow(Page page) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String column : List.of("facts-note_", "facts-confirmed_", "questions-reason_")) {
            int rows = page.locator(".fjs-container input[id*='-" + column + "']").count();
            for (int row = 0; row < rows; row++) {
                typed.put(".fjs-container [id$='-" + column + row + "']", "核对过第 " + (row + 1) + " 行");
            }
        }
        assertThat(typed).as("rows to fill in").hasSizeGreaterThan(5);
        typed.forEach((field, text) -> {
            page.locator(field).selectText();
            page.keyboard().type(text);
        });
        return typed;
    }

    private static void assertKept(Page page, Map<String, String> typed) {
        page.waitForTimeout(DRAWN_MS);
        Map<String, String> kept = new LinkedHashMap<>();
        typed.keySet().forEach(field -> kept.put(field, page.locator(field).inputValue()));
        assertThat(kept).isEqualTo(typed);
    }
}
