package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhiping.RunningProduct;

/** Tasklist and Cockpit in the hands of those who may not see everything, and of those who stand in for somebody. */
@ExtendWith(Stage.Door.class)
class CamundaAppsTest {

    private static final double HALF = 0.5;

    private final Stage stage;

    CamundaAppsTest(Stage stage) {
        this.stage = stage;
    }

    @Test
    void whatTheEngineRefusesIsSaidInChinese() {
        try (Person administrator = stage.person("administrator")) {
            administrator.go("/camunda/app/cockpit/default/#/tasks");
            administrator.page.locator(".notifications .message").first().waitFor();
            assertThat(administrator.text(".notifications .message")).isEqualTo("您的账号没有查看或办理这些内容的权限。");
        }
    }

    @Test
    void aManagerReadsInOneLineThatTheCaseFileIsNotForThem() {
        String number = submitted("apps-manager");
        try (Person manager = stage.person("manager")) {
            manager.card("全部", number).click();
            manager.page.locator("a:has-text('案卷')").first().click();
            Locator file = manager.page.frameLocator("iframe.case-file").locator("body");
            file.locator("main .note").waitFor();
            assertThat(file.innerText().strip()).isEqualTo("您的角色不能查看这里的案卷内容。");
        }
    }

    @Test
    void aCardNamesThePriorityOfATaskWhereItIsNotThatOfAll() {
        String number = submitted("apps-priority");
        try (Person officer = stage.person("acceptance-officer")) {
            assertThat(card(officer, number)).contains("审核申报材料").doesNotContain("50");
            officer.page.route("**/engine/default/filter/*/list*", route -> {
                APIResponse answer = route.fetch();
                route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(answer.text().replace("\"priority\":50", "\"priority\":70")));
            });
            assertThat(card(officer, number)).contains("优先级 70");
            officer.photograph("tasklist-priority.png");
        }
    }

    @Test
    void onAPhoneTheNameOfTheInstitutionCoversNoList() {
        try (Person officer = stage.person("acceptance-officer", Screen.PHONE, "zh-CN")) {
            officer.go("/camunda/app/tasklist/default/");
            Locator first = officer.page.locator("a:has-text('我的任务')").first();
            first.waitFor();
            var header = officer.page.locator("[cam-widget-header]").boundingBox();
            assertThat(first.boundingBox().y).isGreaterThanOrEqualTo(header.y + header.height);
            officer.photograph("tasklist-phone.png");
        }
    }

    @Test
    void onAPhoneWhatWasChosenComesIntoSight() {
        String number = submitted("apps-phone");
        try (Person officer = stage.person("acceptance-officer", Screen.PHONE, "zh-CN")) {
            Locator card = officer.card("可认领的任务", number);
            Locator menu = officer.page.locator("[cam-widget-header] .navbar-toggle");
            menu.tap();
            assertThat(menu.locator("span").first().evaluate("bar => getComputedStyle(bar).backgroundColor")).isEqualTo("rgb(255, 255, 255)");
            menu.tap();
            card.locator("h4").first().tap();
            seen(officer.page.locator(".task-details .nav-tabs"));
            officer.page.locator(".task-details .nav-tabs a:has-text('案卷')").tap();
            FrameLocator file = Person.caseFile(officer.page.frameLocator(".task-details iframe.case-file"));
            file.locator("a[id^=choose-]").first().tap();
            seen(file.locator("img.paper"));
            file.locator("#tab-facts").tap();
            seen(file.locator("#part-facts th").first());
            officer.photograph("tasklist-phone-case-file.png");
        }
    }

    private static void seen(Locator what) {
        PlaywrightAssertions.assertThat(what).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(HALF).setTimeout(30_000));
    }

    @Test
    void aMessageCoversNoFormBesideTheCaseFile() {
        String number = submitted("apps-message");
        try (Person officer = stage.person("acceptance-officer")) {
            officer.openTask("", number);
            officer.page.locator("button.case-file-toggle").click();
            officer.page.locator("aside.case-file-beside iframe").waitFor();
            officer.page.locator("button:has-text('完成')").last().click();
            Locator message = officer.page.locator(".page-notifications .alert").first();
            message.waitFor();
            var form = officer.page.locator(".column.task-details").boundingBox();
            assertThat(message.boundingBox().x).isGreaterThanOrEqualTo(form.x + form.width);
            officer.photograph("tasklist-message.png");
        }
    }

    private static String card(Person reader, String number) {
        Locator card = reader.card("可认领的任务", number);
        card.waitFor();
        return card.innerText().replace(number, "");
    }

    @Test
    void tasklistLeadsToTheTasksOfThoseForWhomOneStandsIn() {
        String number = submitted("apps-absent");
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        try (Person officer = stage.person("acceptance-officer"); Person lead = stage.person("team-lead")) {
            officer.take("", number);
            officer.go("/desk/absences");
            officer.page.fill("[name=from]", today);
            officer.page.fill("[name=until]", today);
            officer.page.selectOption("[name=deputy]", "team-lead");
            officer.page.locator("main form[action='/desk/absences'] button[type=submit]").click();
            officer.page.locator("main .note.ok").first().waitFor();
            lead.go("/camunda/app/tasklist/default/");
            Locator link = lead.page.locator("a.zhiping-desk", new Page.LocatorOptions().setHasText("我代办的"));
            link.waitFor();
            assertThat((List<?>) lead.page.evaluate("() => [...new Set([...document.querySelectorAll('a.zhiping-desk')].map(one => one.getBoundingClientRect().top))]"))
                    .as("in one line with the others").hasSize(1);
            lead.photograph("tasklist-deputy.png");
            link.click();
            lead.page.waitForURL("**/desk/worklist?view=deputy");
            assertThat(lead.text("main")).contains(number);
            officer.go("/desk/absences");
            officer.page.locator("form[action$='/end'] button").first().click();
            officer.page.locator("main .note.ok").first().waitFor();
        }
    }

    @Test
    void whoMustSignInAgainFindsTheTaskOpenThatWasOpen() {
        String number = submitted("apps-ended");
        try (Person officer = stage.person("acceptance-officer")) {
            officer.openTask("", number);
            String task = officer.page.url().replaceFirst(".*[?](task=[^&]+).*", "$1");
            officer.forgetSession();
            officer.page.locator(".nav-tabs a:has-text('历史')").first().click();
            throughTheSignIn(officer, task);
            officer.forgetSession();
            officer.page.navigate("about:blank");
            officer.go("/camunda/app/tasklist/default/#/?" + task);
            throughTheSignIn(officer, task);
        }
    }

    /** With a mistake at first. */
    private static void throughTheSignIn(Person officer, String task) {
        for (String password : List.of("wrong", RunningProduct.PASSWORD)) {
            officer.page.waitForURL(url -> url.contains(password.equals("wrong") ? "/sign-in#" : "/sign-in?error#"));
            officer.page.fill("[name=username]", "acceptance-officer");
            officer.page.fill("[name=password]", password);
            officer.page.locator("main button[type=submit]").click();
        }
        officer.page.locator(".task-details .nav-tabs").waitFor();
        assertThat(officer.page.url()).contains(task);
    }

    private String submitted(String applicant) {
        stage.cases().signUp(applicant, "应用");
        return stage.cases().submitted(applicant, "LEVEL_4");
    }
}
