package org.zhiping;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Somebody at a browser of their own, signed in. */
final class Person implements AutoCloseable {

    private static final int PATIENCE_MS = 60_000;

    private final BrowserContext context;
    private final String root;
    final Page page;

    Person(Browser browser, String root, String account) {
        this.root = root;
        context = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN").setTimezoneId("Asia/Shanghai").setViewportSize(1280, 900));
        context.setDefaultTimeout(PATIENCE_MS);
        page = context.newPage();
        go("/sign-in");
        page.fill("[name=username]", account);
        page.fill("[name=password]", RunningProduct.PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    void go(String path) {
        page.navigate(root + path);
    }

    /** Waits on the desk for a task of this case or session, takes it and opens its form in Tasklist. */
    void openTask(String name, String businessKey) {
        take(name, businessKey);
        page.locator(".fjs-container").waitFor();
        page.locator(".fjs-container .fjs-form-field").first().waitFor();
    }

    /** Waits on the desk for a task of this case or session, takes it and goes where it is done. */
    void take(String name, String businessKey) {
        Locator line = page.locator("main tr").filter(new Locator.FilterOptions().setHasText(name)).filter(new Locator.FilterOptions().setHasText(businessKey));
        for (int tries = 0; tries < 120; tries++) {
            go("/desk");
            if (line.count() > 0) {
                break;
            }
            page.waitForTimeout(500);
        }
        Locator claim = line.locator("button:has-text('领取')");
        if (claim.count() > 0) {
            claim.first().click();
        } else {
            line.locator("a:has-text('办理')").first().click();
        }
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
        page.locator(".fjs-container").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    void photograph(String file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", file)).setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
