package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do wrong in a browser, or what goes wrong for them, costs them nothing that they typed. */
@ExtendWith(Stage.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final String ACCOUNT = "clumsy";

    private final Stage stage;
    private String form;

    BadInputTest(Stage stage) {
        this.stage = stage;
    }

    @BeforeAll
    void begin() {
        stage.cases().signUp(ACCOUNT, "马虎");
        form = "/portal/applications/" + stage.cases().draft(ACCOUNT, "LEVEL_4") + "/form";
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndSaysWhatIsWrongAtTheFieldAndAbove() {
        try (Person visitor = stage.visitor(Screen.DESKTOP, "zh-CN")) {
            visitor.go("/sign-up");
            visitor.page.fill("[name=contact]", "some.body@zhiping.example");
            visitor.page.click("main button[type=submit]");
            visitor.page.waitForURL("**/sign-up/*");
            visitor.page.fill("[name=code]", "000000");
            visitor.page.fill("[name=name]", "某人");
            visitor.page.fill("[name=password]", "One-password-2026");
            visitor.page.fill("[name=again]", "Another-password-2026");
            visitor.page.locator("main button[type=submit]").first().click();
            visitor.page.locator("#faults a[href='#again']").waitFor();
            assertThat(visitor.text("main")).contains("s***@zhiping.example");
            assertThat(visitor.page.inputValue("[name=name]")).isEqualTo("某人");
            assertThat(visitor.text("#again-fault")).isNotBlank();
            assertThat(visitor.page.getAttribute("#again", "aria-describedby")).contains("again-fault");
        }
    }

    @Test
    void aFileThatIsNotWhatItsNameSaysIsRefusedBesideItsField() {
        try (Person applicant = stage.person(ACCOUNT)) {
            applicant.go(form.replace("/form", "/materials"));
            var field = applicant.page.locator("form:has(input[type=file])").first();
            field.locator("input[type=file]").setInputFiles(
                    new FilePayload("proof.pdf", "application/pdf", "这不是 PDF".getBytes(StandardCharsets.UTF_8)));
            applicant.page.locator(".field.wrong .fault").waitFor();
            assertThat(applicant.page.locator("#faults").count()).isEqualTo(1);
            assertThat(applicant.page.locator("a:has-text('proof.pdf')").count()).isZero();
        }
    }

    @Test
    void aSessionThatEndedWhileTypingLeadsToTheSignIn() {
        try (Person applicant = stage.person(ACCOUNT)) {
            applicant.go(form);
            applicant.page.context().clearCookies();
            applicant.page.click("button[value=on]");
            applicant.page.waitForURL("**/sign-in?ended");
            assertThat(applicant.page.locator("main [role=status]").count()).as("said once").isEqualTo(1);
        }
    }

    @Test
    void aSessionDoesNotEndWhileSomebodyTypes() {
        try (Person applicant = stage.person(ACCOUNT)) {
            applicant.page.clock().install();
            applicant.go(form);
            applicant.page.clock().fastForward("06:00");
            Request sign = applicant.page.waitForRequest(request -> request.method().equals("HEAD"),
                    () -> applicant.page.locator("[name='person.employer']").pressSequentially("北京"));
            assertThat(sign.response().status()).isEqualTo(200);
        }
    }

    @Test
    void aFormOpenTooLongBeforeSigningInLeadsToAFreshOne() {
        try (Person visitor = stage.visitor(Screen.DESKTOP, "zh-CN")) {
            visitor.go("/sign-in");
            visitor.page.context().clearCookies();
            visitor.page.fill("[name=username]", ACCOUNT);
            visitor.page.fill("[name=password]", "whatever-it-is-1");
            visitor.page.click("main button[type=submit]");
            visitor.page.waitForURL("**/sign-in?ended");
        }
    }

    @Test
    void aDoubleClickSendsAFormOnceAndBackAfterwardsShowsTheCase() {
        stage.cases().signUp("double", "连点");
        try (Person applicant = stage.person("double")) {
            String number = stage.cases().readyToSubmit("double", "LEVEL_4");
            applicant.go("/portal/applications/" + number + "/review");
            applicant.page.check("[name=declared]");
            applicant.page.locator("main form button[type=submit]").dblclick();
            applicant.page.waitForURL("**/applications/" + number);
            assertThat(applicant.text("main")).contains("审核中");
            assertThat(applicant.page.locator("#faults").count()).isZero();
            applicant.page.goBack();
            applicant.page.waitForURL("**/applications/" + number);
            assertThat(applicant.text("main")).contains("审核中");
        }
    }

    @Test
    void whatTwoTabsTypedIntoTheSameFieldIsShownSideBySide() {
        try (Person applicant = stage.person(ACCOUNT)) {
            applicant.go(form);
            Page second = applicant.page.context().newPage();
            second.navigate(applicant.page.url());
            second.fill("[name='person.phone']", "13711110000");
            second.click("button[value=save].plain");
            second.locator("main [role=status]").waitFor();
            applicant.page.fill("[name='person.phone']", "13722220000");
            applicant.page.click("button[value=save].plain");
            applicant.page.locator("#conflict [data-difference='person.phone']").waitFor();
            assertThat(applicant.text("#conflict")).contains("手机号码", "13722220000", "13711110000");
            assertThat(applicant.page.inputValue("[name='person.phone']")).isEqualTo("13722220000");
            applicant.page.click("#conflict button[value=mine]");
            applicant.page.locator("#conflict [data-difference]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            applicant.go(form);
            assertThat(applicant.page.inputValue("[name='person.phone']")).isEqualTo("13722220000");
        }
    }
}
