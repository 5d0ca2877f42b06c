package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhiping.RunningProduct;

/** One person with one task in two windows: neither puts anything in the place of the other without being told. */
@ExtendWith(Stage.Door.class)
class TwoWindowsTest {

    private static final String NOTE_1 = "[id$='-facts-note_0']";
    private static final String NOTE_2 = "[id$='-facts-note_1']";

    private final Stage stage;
    private final CaseByHttp cases;

    TwoWindowsTest(Stage stage) {
        this.stage = stage;
        this.cases = stage.cases();
    }

    @Test
    void whatBothChangedIsAskedAboutAndBothTextsStay() {
        try (Person officer = opened("windows-asked")) {
            Page one = officer.page;
            Page two = another(officer);
            fill(one, NOTE_1, "第一个窗口写的");
            said(one, "已暂存");
            two.locator(NOTE_1).fill("第二个窗口写的");
            two.locator("#newer").waitFor();
            assertThat(two.locator("#newer-text").inputValue()).contains("第一个窗口写的");
            assertThat(two.locator(NOTE_1).inputValue()).isEqualTo("第二个窗口写的");
            assertThat(Accessibility.faults(two)).isEmpty();
            two.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/desk-two-windows.png")).setFullPage(true));
            assertThat(kept(officer)).as("nothing was put in its place").isEqualTo("第一个窗口写的");
            two.locator("#keep-mine").click();
            said(two, "已暂存");
            assertThat(two.locator("#typed-text").inputValue()).as("to be copied").contains("第一个窗口写的");
            assertThat(kept(officer)).isEqualTo("第二个窗口写的");

            one.locator(NOTE_1).fill("又改了");
            one.locator("#newer").waitFor();
            one.locator("#take-theirs").click();
            assertThat(one.locator(NOTE_1).inputValue()).isEqualTo("第二个窗口写的");
            assertThat(one.locator("#typed-text").inputValue()).contains("又改了");
        }
    }

    @Test
    void whatOnlyOneChangedIsBroughtTogether() {
        try (Person officer = opened("windows-merged")) {
            Page one = officer.page;
            Page two = another(officer);
            fill(one, NOTE_1, "第一个窗口写的");
            said(one, "已暂存");
            Person.kept(two, "第二个窗口写的", () -> fill(two, NOTE_2, "第二个窗口写的"));
            said(two, "已暂存（");
            assertThat(two.locator(NOTE_1).inputValue()).isEqualTo("第一个窗口写的");
            assertThat(two.locator(NOTE_2).inputValue()).isEqualTo("第二个窗口写的");
            two.reload();
            two.locator("#complete:enabled").waitFor();
            assertThat(two.locator(NOTE_1).inputValue() + two.locator(NOTE_2).inputValue()).isEqualTo("第一个窗口写的第二个窗口写的");
        }
    }

    @Test
    void nothingIsCompletedOverWhatAnotherWindowHasKept() {
        try (Person officer = opened("windows-completed")) {
            Page one = officer.page;
            Page two = another(officer);
            officer.chooseInEachRow("materials-authenticity", 0);
            officer.chooseInEachRow("materials-completeness", 0);
            officer.choose("review-outcome", 0);
            said(one, "已暂存");
            two.reload();
            two.locator("#complete:enabled").waitFor();
            Person.kept(two, "第二个窗口写的", () -> fill(two, NOTE_1, "第二个窗口写的"));
            one.locator("#complete").click();
            said(one, "另一个窗口");
            assertThat(one.locator(NOTE_1).inputValue()).as("brought in before it is completed").isEqualTo("第二个窗口写的");
            one.locator("#complete").click();
            one.locator("main .note.ok", new Page.LocatorOptions().setHasText("已完成")).waitFor();
        }
    }

    @Test
    void theEndOfASessionLosesNothing() {
        try (Person officer = opened("windows-ended")) {
            officer.forgetSession();
            officer.page.locator(NOTE_1).fill("登录结束之后写的");
            officer.page.locator("#sign-in:visible").waitFor();
            assertThat(officer.text("#state")).contains("登录已结束");
            signInElsewhere(officer);
            said(officer.page, "已暂存");
            officer.page.reload();
            officer.page.locator("#complete:enabled").waitFor();
            assertThat(officer.page.locator(NOTE_1).inputValue()).isEqualTo("登录结束之后写的");
        }
    }

    @Test
    void whatIsBegunInTasklistGoesOnAtTheDeskAndBack() {
        try (Person officer = opened("windows-tasklist")) {
            Page desk = officer.page;
            Page tasklist = inTasklist(officer);
            fill(tasklist, NOTE_1, "在任务列表中写的");
            said(tasklist, "已暂存");
            tasklist.reload();
            said(tasklist, "已恢复");
            assertThat(tasklist.locator(NOTE_1).inputValue()).isEqualTo("在任务列表中写的");
            fill(desk, NOTE_2, "在工作台写的");
            said(desk, "已并入");
            assertThat(desk.locator(NOTE_1).inputValue()).isEqualTo("在任务列表中写的");

            Person.kept(desk, "在工作台改的", () -> fill(desk, NOTE_1, "在工作台改的"));
            fill(tasklist, NOTE_1, "在任务列表中改的");
            tasklist.locator("#newer").waitFor();
            assertThat(tasklist.locator("#newer-text").inputValue()).contains("在工作台改的", "在工作台写的");
            assertThat(kept(officer)).as("nothing was put in its place").isEqualTo("在工作台改的");
            tasklist.locator(".nav-tabs a:has-text('案卷')").click();
            tasklist.locator(".nav-tabs a:has-text('表单')").click();
            tasklist.locator("#newer").waitFor();
            assertThat(tasklist.locator(NOTE_1).inputValue()).as("over the tabs").isEqualTo("在任务列表中改的");
            tasklist.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/tasklist-two-windows.png")));
            tasklist.locator("#keep-mine").click();
            said(tasklist, "已暂存");
            assertThat(tasklist.locator("#typed-text").inputValue()).as("to be copied").contains("在工作台改的");
            assertThat(kept(officer)).isEqualTo("在任务列表中改的");
            assertThat(tasklist.evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('camunda-form'))").toString()).isEqualTo("[]");
        }
    }

    @Test
    void theEndOfASessionInTasklistLosesNothing() {
        try (Person officer = opened("windows-tasklist-ended")) {
            Page tasklist = inTasklist(officer);
            officer.forgetSession();
            fill(tasklist, NOTE_1, "登录结束之后写的");
            tasklist.locator("#sign-in:visible").waitFor();
            tasklist.waitForResponse(answer -> answer.status() == 401 && answer.url().contains("/engine/"), () -> { });
            assertThat(tasklist.locator(NOTE_1).inputValue()).as("it stays where it is").isEqualTo("登录结束之后写的");
            signInElsewhere(officer);
            said(tasklist, "已暂存");
            assertThat(kept(officer)).isEqualTo("登录结束之后写的");
        }
    }

    @Test
    void tasklistCompletesNothingOverWhatTheDeskHasKept() {
        try (Person officer = opened("windows-tasklist-completed")) {
            Page desk = officer.page;
            officer.chooseInEachRow("materials-authenticity", 0);
            officer.chooseInEachRow("materials-completeness", 0);
            officer.choose("review-outcome", 0);
            said(desk, "已暂存");
            Page tasklist = inTasklist(officer);
            Person.kept(desk, "在工作台写的", () -> fill(desk, NOTE_1, "在工作台写的"));
            Locator complete = tasklist.locator(".form-actions button.btn-primary");
            complete.click();
            said(tasklist, "已并入");
            assertThat(tasklist.locator(NOTE_1).inputValue()).as("brought in before it is completed").isEqualTo("在工作台写的");
            complete.click();
            tasklist.locator(".fjs-container").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
    }

    private void signInElsewhere(Person officer) {
        Page signIn = officer.page.context().newPage();
        signIn.navigate(stage.address() + "/sign-in");
        signIn.fill("[name=username]", "acceptance-officer");
        signIn.fill("[name=password]", RunningProduct.PASSWORD);
        signIn.click("main button[type=submit]");
        signIn.waitForURL(url -> !url.contains("/sign-in"));
    }

    private Page inTasklist(Person officer) {
        Page tasklist = officer.page.context().newPage();
        tasklist.navigate(stage.address() + "/camunda/app/tasklist/default/#/?task=" + officer.page.url().replaceAll(".*/", ""));
        tasklist.locator(".kept-form").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        tasklist.locator(NOTE_1).waitFor();
        return tasklist;
    }

    private Person opened(String applicant) {
        cases.signUp(applicant, "双开");
        String number = cases.submitted(applicant, "LEVEL_4");
        Person officer = stage.person("acceptance-officer");
        officer.take("", number);
        officer.page.locator("#complete:enabled").waitFor();
        return officer;
    }

    private static Page another(Person officer) {
        Page other = officer.window();
        other.locator("#complete:enabled").waitFor();
        return other;
    }

    private static void fill(Page page, String field, String text) {
        page.locator(field).fill(text);
    }

    private static void said(Page page, String state) {
        page.locator("#state", new Page.LocatorOptions().setHasText(state)).waitFor();
    }

    /** The note as a window shows it that is opened now. */
    private static String kept(Person officer) {
        Page look = another(officer);
        try {
            return look.locator(NOTE_1).inputValue();
        } finally {
            look.close();
        }
    }
}
