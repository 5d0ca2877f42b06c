package org.zhiping.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhiping.ProductTest;

/** Signing in, staying in, being shown out: the whole product, as a browser meets it. */
@ProductTest
class SignInTest {

    private static final String PASSWORD = "correct-horse-7";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired Accounts accounts;
    @LocalServerPort int port;
    Browser browser;

    @BeforeEach
    void anyBrowser() {
        browser = new Browser(port);
    }

    private String account(Role... roles) {
        String id = "person-" + NUMBER.incrementAndGet();
        accounts.create(id, "某人", "", Set.of(roles), PASSWORD, "test");
        return id;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("http://localhost:\\d+", "");
    }

    @Test
    void everybodyIsLedToTheirOwnPlace() {
        assertThat(location(browser.signIn(account(Role.APPLICANT), PASSWORD))).isEqualTo("/portal");
        assertThat(location(new Browser(port).signIn(account(Role.EVALUATOR), PASSWORD))).isEqualTo("/desk");
    }

    @Test
    void whoHasChosenEnglishFindsItInANewBrowser() {
        String english = account(Role.EVALUATOR);
        accounts.reach(english, "", Locale.ENGLISH, english);
        assertThat(browser.signIn(english, PASSWORD).headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("lang=en;"));
        assertThat(new Browser(port).signIn(account(Role.EVALUATOR), PASSWORD).headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("lang="));
    }

    @Test
    void whoWasOnTheWaySomewhereArrivesThere() {
        assertThat(location(browser.get("/desk"))).isEqualTo("/sign-in");
        assertThat(location(browser.get("/camunda/app/cockpit/default/"))).isEqualTo("/sign-in");
        assertThat(location(browser.signIn(account(Role.MANAGER), PASSWORD))).isEqualTo("/camunda/app/cockpit/default/");
    }

    /** A Host header that somebody forged, or a proxy that ends TLS, would otherwise become part of where the browser goes. */
    @Test
    void noRedirectNamesAServer() {
        assertThat(browser.get("/desk").headers().firstValue("Location")).hasValue("/sign-in");
        assertThat(browser.signIn(account(Role.EVALUATOR), PASSWORD).headers().firstValue("Location")).hasValue("/desk");
    }

    @Test
    void aWrongPasswordAndAnUnknownOrDisabledAccountLookAlike() {
        String disabled = account(Role.EVALUATOR);
        accounts.enable(disabled, false, "test");
        assertThat(location(browser.signIn(account(Role.EVALUATOR), "not-this-one-1"))).isEqualTo("/sign-in?error");
        assertThat(location(browser.signIn("nobody-here", PASSWORD))).isEqualTo("/sign-in?error");
        assertThat(location(browser.signIn(disabled, PASSWORD))).isEqualTo("/sign-in?error");
        assertThat(browser.get("/sign-in?error").body()).contains("账号或密码不正确");
    }

    @Test
    void whoGuessesHasToWaitEvenWithTheRightPassword() {
        String account = account(Role.EVALUATOR);
        for (int i = 0; i < 10; i++) {
            browser.signIn(account, "wrong-password-" + i);
        }
        assertThat(location(browser.signIn(account, PASSWORD))).isEqualTo("/sign-in?wait");
        assertThat(browser.get("/sign-in?wait").body()).contains("15 分钟");
        assertThat(location(browser.signIn(account(Role.EVALUATOR), PASSWORD))).isEqualTo("/desk");
    }

    @Test
    void whoeverElseHasASessionOfTheAccountLosesItWithThePassword() {
        String account = account(Role.EVALUATOR);
        Browser elsewhere = new Browser(port);
        elsewhere.signIn(account, PASSWORD);
        browser.signIn(account, PASSWORD);
        assertThat(location(changePassword(PASSWORD, "another-horse-8"))).isEqualTo("/password");
        assertThat(browser.get("/password").body()).contains("密码已修改");
        assertThat(location(elsewhere.get("/desk"))).isEqualTo("/sign-in?ended");
    }

    @Test
    void atABorrowedScreenThePasswordIsNotGuessedEither() {
        browser.signIn(account(Role.EVALUATOR), PASSWORD);
        for (int i = 0; i < 10; i++) {
            assertThat(changePassword("wrong-password-" + i, "another-horse-8").body()).contains("现在的密码不正确");
        }
        assertThat(changePassword(PASSWORD, "another-horse-8").body()).contains("15 分钟");
    }

    private HttpResponse<String> changePassword(String present, String wanted) {
        return browser.post("/password", "/password", Map.of("present", present, "password", wanted, "again", wanted));
    }

    @Test
    void aFormWithoutItsTokenIsNotTaken() {
        assertThat(browser.post("/css/base.css", "/sign-in", Map.of("username", account(Role.EVALUATOR), "password", PASSWORD))
                .statusCode()).isEqualTo(403);
    }

    @Test
    void theSessionIsAnotherOneAfterSigningIn() {
        browser.get("/sign-in");
        String before = browser.cookie("JSESSIONID");
        browser.signIn(account(Role.EVALUATOR), PASSWORD);
        assertThat(browser.cookie("JSESSIONID")).isNotEqualTo(before);
    }

    @Test
    void anApplicantReachesThePortalAloneAndNoCamundaApp() {
        browser.signIn(account(Role.APPLICANT), PASSWORD);
        assertThat(browser.get("/portal").statusCode()).isEqualTo(200);
        for (String path : List.of("/desk", "/dashboard", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/", "/camunda/app/welcome/default/", "/camunda/lib/x.js",
                "/camunda/api/engine/engine/default/task", "/camunda/api/admin/auth/user/default",
                "/camunda/api/cockpit/plugin/base/default/incident", "/camunda/api/tasklist/plugin/x/static/app/plugin.js")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void staffReachTheAppsOfTheirRole() {
        browser.signIn(account(Role.EVALUATOR), PASSWORD);
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(browser.script("GET", "/camunda/api/admin/auth/user/default").body()).contains("\"tasklist\"");
        assertThat(browser.script("GET", "/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(200);
        for (String path : List.of("/portal", "/dashboard", "/camunda/app/cockpit/default/", "/camunda/app/admin/default/",
                "/camunda/api/cockpit/plugin/base/default/incident", "/camunda/api/engine/engine/default/process-instance",
                "/camunda/api/admin/plugin/adminPlugins/default/metrics")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void theEngineBehindTheWebAppsIsGuardedLikeTheOther() {
        browser.signIn(account(Role.EVALUATOR), PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        browser.script("GET", "/camunda/api/engine/engine/default/task");
        String[] token = {"X-XSRF-TOKEN", String.valueOf(browser.cookie("XSRF-TOKEN"))};
        for (String path : List.of("/task/x/resolve", "/task/x/variables", "/process-definition/key/evaluation/start", "/message", "/user/create")) {
            HttpResponse<String> answer = browser.script("POST", "/camunda/api/engine/engine/default" + path, token);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).contains("没有权限");
        }
        assertThat(browser.script("POST", "/camunda/api/engine/engine/default/task/no-such-task/claim", token).statusCode()).isEqualTo(404);
        assertThat(browser.script("POST", "/camunda/api/engine/engine/default/task/no-such-task/claim").statusCode()).isEqualTo(403);
    }

    @Test
    void aSessionOpensNoRestInterface() {
        browser.signIn(account(Role.PROCESS_OWNER), PASSWORD);
        assertThat(browser.get("/engine-rest/deployment").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/desk/sessions").statusCode()).isEqualTo(401);
    }

    @Test
    void whenRolesChangeTheSessionEnds() {
        String account = account(Role.EVALUATOR);
        browser.signIn(account, PASSWORD);
        assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
        accounts.grant(account, Set.of(Role.APPROVER), "test");
        assertThat(location(browser.get("/desk"))).isEqualTo("/sign-in?ended");
        assertThat(accounts.changes(account)).extracting(AccountChange::change, AccountChange::roles)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("granted", "approver"), org.assertj.core.groups.Tuple.tuple("created", "evaluator"));
    }

    @Test
    void signingOutInTasklistSignsOutEverywhere() {
        browser.signIn(account(Role.EVALUATOR), PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        assertThat(browser.script("POST", "/camunda/api/admin/auth/user/default/logout", "X-XSRF-TOKEN", "any").statusCode()).isEqualTo(204);
        assertThat(location(browser.get("/desk"))).isEqualTo("/sign-in");
        assertThat(browser.script("GET", "/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(401);
    }

    @Test
    void camundaHasNoSignInOfItsOwn() {
        assertThat(browser.script("POST", "/camunda/api/admin/auth/user/default/login/tasklist").statusCode()).isIn(401, 403);
        assertThat(browser.script("POST", "/camunda/api/admin/setup/default/user/create").statusCode()).isIn(401, 403);
    }

    @Test
    void pagesTellBrowsersWhatTheyMayDo() {
        HttpResponse<String> page = browser.get("/sign-in");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'self'").doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
    }
}
