package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A reviewer who decides at the desk with the keyboard, the case file beside the form; and one who comes too late. */
@ExtendWith(Stage.Door.class)
class DeskTaskJourneyTest {

    private static final String ALL_FILLED = "[id$='-review-outcome-0']";

    private final Stage stage;
    private final CaseByHttp cases;

    DeskTaskJourneyTest(Stage stage) {
        this.stage = stage;
        this.cases = stage.cases();
    }

    @Test
    void aReviewerAcceptsOneCaseAndReturnsTheNextWithoutAMouse() {
        String first = submitted("desk-accepted", "金受理");
        String second = submitted("desk-returned", "银退回");
        try (Person officer = stage.person("acceptance-officer")) {
            Keyboard keyboard = new Keyboard(officer.page);
            open(officer, keyboard, first);
            lookAtTheFile(officer.page, keyboard);
            assertThat(officer.text(".fjs-container")).as("names, not codes").contains("申请人填报").doesNotContain("代码");
            assertThat(officer.page.locator(".fjs-container input[id*='-hidden_']:visible").count()).isZero();
            officer.photograph("desk-task.png");
            keyboard.press("Control+Enter");
            officer.page.locator("#task-faults:focus").waitFor();
            officer.photograph("desk-task-faults.png");
            keyboard.press("Alt+KeyA");
            keyboard.press("Space");
            complete(officer, keyboard, first);

            open(officer, keyboard, second);
            keyboard.press("Alt+Digit2");
            confirmEverything(keyboard);
            keyboard.tabTo("[id$='-review-outcome-1']");
            keyboard.press("Space");
            keyboard.tabTo("textarea[id$='-reason']");
            Person.kept(officer.page, "请上传盖章的工作证明", () -> keyboard.type("请上传盖章的工作证明"));
            officer.page.reload();
            formOf(officer.page).waitFor();
            assertThat(officer.page.locator("textarea[id$='-reason']").inputValue()).as("kept over a reload").isEqualTo("请上传盖章的工作证明");
            officer.photograph("desk-task-draft.png");
            officer.page.locator("#complete:enabled").waitFor();
            officer.page.route("**/complete*", Route::abort);
            keyboard.press("Control+Enter");
            officer.page.locator("#task-faults:focus").waitFor();
            assertThat(officer.text("#task-faults")).as("nothing of it needs correction").contains("服务器没有回应").doesNotContain("需要改正");
            officer.page.unroute("**/complete*");
            complete(officer, keyboard, second);
        }
        cases.reached("desk-accepted", first, "ACCEPTED");
        cases.reached("desk-returned", second, "RETURNED");
    }

    @Test
    void whoeverComesTooLateIsToldSoAndKeepsWhatTheyTyped() {
        String number = submitted("desk-late", "迟一步");
        try (Person officer = stage.person("acceptance-officer")) {
            Keyboard keyboard = new Keyboard(officer.page);
            open(officer, keyboard, number);
            String task = officer.page.url();
            confirmEverything(keyboard);
            officer.page.locator("[id$='-review-outcome-1']").check();
            Person.kept(officer.page, "还没有提交的理由", () -> officer.page.locator("textarea[id$='-reason']").fill("还没有提交的理由"));
            cases.release("manager", number, "review-materials");
            cases.reviewBy("team-lead", number, "accepted", "");
            keyboard.press("Control+Enter");
            officer.page.locator("#lost:focus").waitFor();
            assertThat(officer.text("#lost")).contains("沈组长已于").contains("办结这项任务");
            assertThat(officer.page.locator("#typed-text").inputValue()).contains("还没有提交的理由").contains("退回申请人")
                    .as("only what was typed").doesNotContain("核实为");
            officer.photograph("desk-task-lost.png");
            officer.page.navigate(task);
            assertThat(officer.text("main")).contains("沈组长已于");
            assertThat(officer.page.locator("#typed-text").inputValue()).as("also on return").contains("还没有提交的理由");
        }
        cases.reached("desk-late", number, "ACCEPTED");
    }

    @Test
    void theDeskSpeaksEnglishAndFitsAPhone() {
        String number = submitted("desk-phone", "掌上看");
        try (Person officer = stage.person("acceptance-officer", Screen.PHONE, "en")) {
            officer.take("", number);
            formOf(officer.page).waitFor();
            officer.page.locator("#panel .panel").waitFor();
            officer.photograph("desk-task-phone.png");
            assertThat(Accessibility.faults(officer.page)).isEmpty();
        }
        try (Person officer = stage.person("acceptance-officer", Screen.DESKTOP, "en")) {
            officer.take("", number);
            formOf(officer.page).waitFor();
            officer.page.locator("#panel img.paper").waitFor();
            officer.photograph("desk-task-english.png");
            assertThat(Accessibility.faults(officer.page)).isEmpty();
        }
    }

    private String submitted(String account, String name) {
        cases.signUp(account, name);
        return cases.submitted(account, "LEVEL_4");
    }

    /** Takes the task at the desk and waits until the form and the file are there. */
    private static void open(Person officer, Keyboard keyboard, String number) {
        officer.take("", number);
        formOf(officer.page).waitFor();
        officer.page.locator("#panel img.paper").waitFor();
        officer.page.locator("#complete:enabled").waitFor();
        keyboard.press("Alt+Digit2");
        assertThat(keyboard.on("#work")).as("Alt+2 leads to the form").isTrue();
    }

    private static Locator formOf(Page page) {
        return page.locator(".fjs-container .fjs-form-field").first();
    }

    private static void lookAtTheFile(Page page, Keyboard keyboard) {
        keyboard.press("Alt+Digit1");
        assertThat(keyboard.on("#file")).as("Alt+1 leads to the file").isTrue();
        String first = page.locator("#view-name").innerText();
        Person.exchange(page, () -> keyboard.press("Alt+Period"));
        assertThat(page.locator("#view-name").innerText()).as("another document").isNotEqualTo(first);
        page.waitForFunction("() => document.querySelector('#panel img.paper').naturalWidth > 0");
        double width = page.locator("#panel img.paper").boundingBox().width;
        keyboard.press("Alt+Equal");
        assertThat(page.locator("#panel img.paper").boundingBox().width).as("zoomed in").isGreaterThan(width);
        keyboard.press("Alt+Minus");
        keyboard.press("Alt+Digit2");
    }

    private static void confirmEverything(Keyboard keyboard) {
        keyboard.press("Alt+Digit2");
        keyboard.chooseFirstUntil(ALL_FILLED);
    }

    private static void complete(Person officer, Keyboard keyboard, String number) {
        String here = officer.page.url();
        keyboard.press("Control+Enter");
        officer.page.waitForURL(url -> !url.equals(here));
        officer.page.locator("main .note.ok", new Page.LocatorOptions().setHasText("已完成")).waitFor();
        assertThat(officer.text("main .note.ok")).contains(number);
    }
}
