package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the staff do in a browser besides the straight way of a case, which {@link BrowserWalkTest} goes. */
@ExtendWith(Stage.Door.class)
class RoleJourneysTest {

    private final Stage stage;
    private final CaseByHttp cases;

    RoleJourneysTest(Stage stage) {
        this.stage = stage;
        this.cases = stage.cases();
    }

    @Test
    void anOfficerEscalatesAnEvaluatorAdvisesAndTheOfficerReturnsTheCase() {
        cases.signUp("escalated", "郑疑");
        String number = cases.submitted("escalated", "LEVEL_4");
        try (Person officer = stage.person("acceptance-officer")) {
            officer.openTask("审核申报材料", number);
            officer.choose("review-outcome", 2);
            officer.fill("reason", "请判断工作证明是否可信");
            officer.complete();
        }
        try (Person evaluator = stage.person("evaluator-3")) {
            evaluator.openTask("", number);
            assertThat(evaluator.text(".fjs-container")).contains("请判断工作证明是否可信");
            evaluator.choose("recommendation", 1);
            evaluator.fill("opinion", "证明没有单位盖章。");
            evaluator.complete();
        }
        try (Person officer = stage.person("acceptance-officer")) {
            officer.card("受理", number).click();
            readTheCaseFile(officer);
            officer.openTask("审核申报材料", number);
            assertThat(officer.text(".fjs-container")).contains("证明没有单位盖章。");
            officer.choose("review-outcome", 1);
            officer.fill("reason", "请上传盖章的工作证明");
            officer.complete();
        }
        cases.reached("escalated", number, "RETURNED");
    }

    /** In its tab, then beside the form, by keyboard; the form stays as it was. */
    private static void readTheCaseFile(Person officer) {
        officer.page.locator(".nav-tabs a:has-text('案卷')").click();
        FrameLocator file = Person.caseFile(officer.page.frameLocator(".task-details iframe.case-file"));
        assertThat(file.locator("#part-materials").innerText()).contains("证件照");
        file.locator("#tab-materials").press("ArrowRight");
        file.locator("#part-facts").waitFor();
        assertThat(file.locator("#part-facts").innerText()).contains("全媒体运营师");
        officer.page.locator(".nav-tabs a:has-text('表单')").click();
        officer.page.locator(".fjs-container").waitFor();
        officer.page.locator(".case-file-toggle").click();
        FrameLocator beside = Person.caseFile(officer.page.frameLocator("aside.case-file-beside iframe.case-file"));
        beside.locator("#view img.paper").waitFor();
        beside.locator("#tab-materials").press("End");
        beside.locator("#part-people").waitFor();
        beside.locator("#tab-people").press("Home");
        beside.locator("#part-materials").waitFor();
        beside.locator("#tab-reviews").click();
        beside.locator("#part-reviews").waitFor();
        assertThat(beside.locator("#part-reviews").innerText()).contains("证明没有单位盖章。");
        officer.photograph("tasklist-case-file.png");
        officer.page.locator(".case-file-toggle").click();
        assertThat(officer.page.locator("aside.case-file-beside").isVisible()).isFalse();
    }

    @Test
    void aVerifierSendsScoresBackOnceAndVerifiesWhatWasCorrected() {
        cases.signUp("sent-back", "王分");
        String number = cases.accepted("sent-back", "LEVEL_4");
        String session = cases.session("LEVEL_4", "THEORY", List.of("evaluator-2"), number);
        cases.attend(session);
        cases.score(session, "evaluator-2", number, 87);
        try (Person verifier = stage.person("score-verifier")) {
            verifier.openTask("", session);
            assertThat(verifier.text(".fjs-container")).contains("87");
            verifier.choose("verification-outcome", 1);
            verifier.fill("reason", "与答卷不符，请核对");
            verifier.complete();
        }
        try (Person scorer = stage.person("evaluator-2")) {
            scorer.take("", session);
            scorer.page.locator("[id='" + number + "']").fill("78");
            scorer.page.locator("button[value=confirm]").click();
            scorer.page.locator("main .note.ok").first().waitFor();
        }
        try (Person verifier = stage.person("score-verifier")) {
            verifier.openTask("", session);
            assertThat(verifier.text(".fjs-container")).contains("78");
            verifier.choose("verification-outcome", 0);
            verifier.complete();
        }
    }

    @Test
    void aSupervisorMayLookAtEverythingAndActOnNothing() {
        cases.signUp("supervised", "陈督");
        String number = cases.submitted("supervised", "LEVEL_4");
        try (Person supervisor = stage.person("supervisor")) {
            for (String page : List.of("/desk/cases/" + number, "/desk/sessions", "/desk/rounds", "/dashboard")) {
                assertThat(supervisor.go(page).status()).as(page).isEqualTo(200);
                assertThat(supervisor.page.locator("main form[method=post]").count()).as("forms on " + page).isZero();
            }
            assertThat(supervisor.go("/desk/accounts").status()).isEqualTo(403);
            supervisor.go("/desk");
            for (String act : List.of("/desk/sessions", "/desk/rounds", "/desk/accounts", "/desk/recusals")) {
                assertThat(post(supervisor, act)).as(act).isEqualTo(403);
            }
        }
    }

    /** What somebody would send who writes the form by hand, with the token of the session. */
    private int post(Person person, String path) {
        String token = person.page.locator("input[name=_csrf]").first().inputValue();
        FormData fields = FormData.create().set("_csrf", token);
        for (String field : List.of("standard", "edition", "round", "level", "part", "caseNumber", "reason", "id", "name", "password")) {
            fields.set(field, "x");
        }
        APIResponse answer = person.page.request().post(stage.address() + path, RequestOptions.create().setForm(fields));
        return answer.status();
    }

    @Test
    void aProcessOwnerAndAManagerSeeARunningCaseInTheDiagram() {
        cases.signUp("running", "吴图");
        String number = cases.submitted("running", "LEVEL_4");
        for (String account : List.of("process-owner", "manager")) {
            try (Person person = stage.person(account)) {
                person.go("/camunda/app/cockpit/default/#/processes");
                person.page.locator("a[href*='process-definition/evaluation'], a:has-text('职业技能等级评价')").first().click();
                person.page.locator(".djs-container [data-element-id='review-materials']").waitFor();
                assertThat(person.page.locator(".djs-overlays[data-container-id='review-materials'] .badge").first().innerText())
                        .as("running instances at the review").matches("\\d+");
                person.photograph("cockpit-" + account + ".png");
            }
        }
        try (Person manager = stage.person("manager")) {
            manager.go("/dashboard");
            assertThat(manager.text("section[aria-labelledby=statuses]")).contains("审核中");
            assertThat(manager.text("section[aria-labelledby=steps]")).contains("审核申报材料");
        }
        assertThat(number).isNotEmpty();
    }

    @Test
    void anAdministratorHiresSomebodyGivesARoleAndANewPassword() {
        try (Person administrator = stage.person("administrator")) {
            administrator.go("/desk/accounts");
            administrator.page.fill("[name=id]", "new.evaluator");
            administrator.page.fill("[name=name]", "新考评");
            administrator.page.check("[name=roles][value=evaluator]");
            administrator.page.fill("[name=password]", "First-password-2026");
            administrator.page.locator("main form button[type=submit]").last().click();
            administrator.page.waitForURL("**/desk/accounts/new.evaluator");
            administrator.page.check("[name=roles][value=invigilator]");
            administrator.page.click("button[value=grant]");
            administrator.page.locator("main .note.ok").waitFor();
            administrator.page.fill("[name=password]", "Second-password-2026");
            administrator.page.click("button[value=password]");
            administrator.page.locator("main .note.ok").waitFor();
            assertThat(administrator.text("section[aria-labelledby=changes]")).contains("administrator");
        }
        try (Person hired = stage.visitor(Screen.DESKTOP, "zh-CN")) {
            hired.signIn("new.evaluator", "Second-password-2026");
            Locator menu = hired.page.locator("nav.menu");
            assertThat(menu.innerText()).contains("考试场次");
            assertThat(hired.page.url()).endsWith("/desk");
        }
    }
}
