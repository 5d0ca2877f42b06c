package org.zhiping.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiping.Installed;

/**
 * The Chromium that is installed here, rather the one without windows of its own, which takes a third of the processor time. Without one the
 * browser tests are passed over, except in CI, which installs it.
 */
final class InstalledBrowser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    InstalledBrowser() {
        Optional<Path> chromium = NAMES.stream().flatMap(name -> Installed.program(name).stream()).findFirst();
        assumeTrue(chromium.isPresent() || Installed.inCi(), "No Chromium is installed");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(chromium.orElseThrow())
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
