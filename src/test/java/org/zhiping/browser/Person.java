package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a browser of their own. */
final class Person implements AutoCloseable {

    private static final int PATIENCE_MS = 60_000;

    private final BrowserContext context;
    private final String root;
    final Page page;

    Person(BrowserContext context, String root) {
        this.root = root;
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MS);
        page = context.newPage();
    }

    void signIn(String account, String password) {
        go("/sign-in");
        page.fill("[name=username]", account);
        page.fill("[name=password]", password);
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** Signs in with what the form would send, for the many tests that begin behind it: drawing it takes the browser longer than most of their pages. */
    void enter(String account, String password) {
        APIRequestContext http = context.request();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(http.get(root + "/sign-in").text());
        assertThat(token.find()).as("the form carries its token").isTrue();
        FormData form = FormData.create().set("_csrf", token.group(1)).set("username", account).set("password", password);
        APIResponse answer = http.post(root + "/sign-in", RequestOptions.create().setForm(form).setMaxRedirects(0));
        assertThat(answer.headers().get("location")).as("where %s is led", account).doesNotContain("/sign-in");
    }

    /** Agrees to the use of personal data, where that is not done already. */
    void consent() {
        go("/portal/consent");
        if (page.locator("[name=general]").count() > 0) {
            page.check("[name=general]");
            page.check("[name=sensitive]");
            page.click("button:has-text('同意并继续')");
            page.locator("main .note.ok").waitFor();
        }
    }

    /** Another window of the same person at this page. */
    Page window() {
        Page other = context.newPage();
        other.navigate(page.url());
        return other;
    }

    /** As when the session is over, or somebody has signed out elsewhere. */
    void forgetSession() {
        context.clearCookies();
    }

    Response go(String path) {
        return page.navigate(root + path);
    }

    void tap(String selector) {
        page.locator(selector).first().tap();
    }

    /** Taps a link or button that leads to another page, and waits for that. */
    void follow(String selector) {
        page.waitForNavigation(() -> tap(selector));
    }

    String text(String selector) {
        return page.locator(selector).first().innerText();
    }

    /** The number of the case that the page is about. */
    String caseNumber() {
        Matcher matcher = Pattern.compile("ZP\\d+").matcher(page.url());
        assertThat(matcher.find()).as(page.url()).isTrue();
        return matcher.group();
    }

    /** Opens a page again and again until it says this. */
    void until(String path, String text) {
        for (int tries = 0; tries < 120; tries++) {
            go(path);
            if (text("main").contains(text)) {
                return;
            }
            page.waitForTimeout(500);
        }
        throw new AssertionError(path + " did not say " + text + ":\n" + text("main"));
    }

    /** On the page of the materials: hands in this file for each, and a picture where a picture is asked for. */
    void uploadEverywhere(FilePayload file) {
        Locator files = page.locator("input[type=file]");
        for (int i = 0; i < files.count(); i++) {
            Locator form = files.nth(i).locator("xpath=ancestor::form");
            if (form.locator("[type=radio]").count() > 0) {
                form.locator("[type=radio]").first().check();
            }
            files.nth(i).setInputFiles(takesPdf(files.nth(i)) ? file : CaseByHttp.PORTRAIT);
            if (!takesPdf(files.nth(i))) {
                form.locator("button[type=submit]").click();
            }
            page.locator("main a[target=_blank]").nth(i).waitFor();
        }
    }

    static boolean takesPdf(Locator file) {
        return file.getAttribute("accept").contains("pdf");
    }

    /** Waits on the desk for a task of this case or session, takes it and goes on to its form in Tasklist. */
    void openTask(String name, String businessKey) {
        take(name, businessKey);
        List<String> said = new CopyOnWriteArrayList<>();
        page.onConsoleMessage(message -> said.add(message.type() + " " + message.text()));
        page.onPageError(said::add);
        page.onRequestFailed(request -> said.add(request.failure() + " " + request.url()));
        page.onFrameNavigated(frame -> said.add("at " + frame.url()));
        page.locator("#tasklist").click();
        try {
            page.locator(".fjs-container .fjs-form-field").first().waitFor();
        } catch (TimeoutError e) {
            photograph("no-form-in-tasklist.png");
            throw new AssertionError("No form at %s: %s%n%s".formatted(page.url(), text("body"), String.join("\n", said)), e);
        }
    }

    /** The card of a task in one of Tasklist's lists, which shows the fifteen that are due first: so only those of this case are asked for. */
    Locator card(String list, String number) {
        String sought = "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\"%s\",\"name\":\"\"}]".formatted(number);
        go("/camunda/app/tasklist/default/?fresh=" + System.nanoTime() + "#/?searchQuery=" + URLEncoder.encode(sought, StandardCharsets.UTF_8));
        page.locator(".task-filters a:has-text('" + list + "')").first().click();
        return page.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText(number)).first();
    }

    /** A case file in a frame, once its scripts listen: what is pressed or tapped before is not heard by them. */
    static FrameLocator caseFile(FrameLocator frame) {
        frame.locator("[role=tab][tabindex='-1']").first().waitFor();
        frame.locator("body").evaluate("() => document.readyState === 'complete' || new Promise(loaded => addEventListener('load', () => loaded(true)))");
        return frame;
    }

    /** Waits on the desk for a task of this case or session, takes it and goes where it is done. */
    void take(String name, String businessKey) {
        Locator line = page.locator("main tr").filter(new Locator.FilterOptions().setHasText(name)).filter(new Locator.FilterOptions().setHasText(businessKey));
        Locator begin = line.locator("form[action$='/claim'] button, a.button").first();
        for (int tries = 0; tries < 120; tries++) {
            go("/desk");
            if (begin.count() > 0) {
                break;
            }
            page.waitForTimeout(500);
        }
        begin.click();
    }

    /** Chooses an option upon which a part of the page is exchanged, and waits until the new part listens. */
    void narrow(String selector, String option) {
        exchange(page, () -> page.selectOption(selector, option));
    }

    /** Does something that lets htmx exchange a part of the page, and waits until it has settled. */
    static void exchange(Page page, Runnable act) {
        page.evaluate("() => { window.settled = false; document.addEventListener('htmx:afterSettle', () => { window.settled = true; }, {once: true}); }");
        act.run();
        page.waitForFunction("() => window.settled");
    }

    /** Fills in what a draft keeps, and waits until the server has answered that this text is kept; the page may still say so of what was typed before. */
    static void kept(Page page, String text, Runnable act) {
        page.waitForResponse(answer -> answer.ok() && answer.request().method().equals("PUT") && answer.url().contains("/draft") && answer.request().postData().contains(text), act);
    }

    void fill(String component, String value) {
        page.locator(".fjs-container [id$='-" + component + "']").fill(value);
    }

    void choose(String component, int option) {
        page.locator(".fjs-container [id$='-" + component + "-" + option + "']").check();
    }

    /** Chooses the same option in every row of a list. */
    void chooseInEachRow(String component, int option) {
        Locator all = page.locator(".fjs-container input[id*='-" + component + "_'][id$='-" + option + "']");
        all.first().waitFor();
        for (int row = 0; row < all.count(); row++) {
            all.nth(row).check();
        }
    }

    void tag(String component, String label) {
        Locator input = page.locator(".fjs-container [id$='-" + component + "']");
        input.click();
        input.fill(label);
        page.locator(".fjs-dropdownlist-item").filter(new Locator.FilterOptions().setHasText(label)).first().click();
        input.blur();
    }

    void tomorrowAt(String component, String time) {
        Locator date = page.locator(".fjs-container [id$='-" + component + "-date']");
        date.fill(DateTimeFormatter.ofPattern("yyyy/M/d").format(LocalDate.now().plusDays(2)));
        date.press("Enter");
        Locator clock = page.locator(".fjs-container [id$='-" + component + "-time']");
        clock.fill(time);
        clock.press("Enter");
    }

    void complete() {
        page.locator("button:visible", new Page.LocatorOptions().setHasText("完成")).last().click();
        try {
            page.locator(".fjs-container").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED).setTimeout(60_000));
        } catch (TimeoutError refused) {
            photograph("refused.png");
            throw new AssertionError("Not completed: " + text("body"), refused);
        }
    }

    void photograph(String file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", file)).setFullPage(true));
    }

    /** What is on the screen now, without what lies below it. */
    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        context.close();
    }
}
