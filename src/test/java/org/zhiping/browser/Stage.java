package org.zhiping.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;
import org.zhiping.RunningProduct;

/** One browser and one running product, shared by all browser tests of a process; the first of them starts both. */
final class Stage implements AutoCloseable {

    private static Stage open;

    private final InstalledBrowser browser = new InstalledBrowser();
    private final Path folder;
    private final RunningProduct product;

    private Stage() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("zhiping-browser");
        product = new RunningProduct(folder.resolve("data"));
    }

    String address() {
        return product.address();
    }

    /** Somebody of the sample institution at a desktop computer, in Chinese. */
    Person person(String account) {
        return person(account, Screen.DESKTOP, "zh-CN");
    }

    Person person(String account, Screen screen, String language) {
        Person person = visitor(screen, language);
        person.enter(account, RunningProduct.PASSWORD);
        return person;
    }

    /** Somebody who has not signed in. */
    Person visitor(Screen screen, String language) {
        Browser.NewContextOptions options = screen.options().setLocale(language).setTimezoneId("Asia/Shanghai");
        return new Person(browser.browser().newContext(options), product.address());
    }

    /** Somebody in Chinese whose browser runs no scripts. */
    Person visitorWithoutScripts() {
        return new Person(browser.browser().newContext(Screen.DESKTOP.options().setLocale("zh-CN").setJavaScriptEnabled(false)), product.address());
    }

    /** The code that went to this number, as the sample institution shows it to its staff. */
    String codeSentTo(String number) {
        try (Person manager = person("manager")) {
            manager.until("/sample/sms", number);
            String message = manager.page.locator("main tr").filter(new Locator.FilterOptions().setHasText(number)).first().innerText();
            Matcher code = Pattern.compile("验证码 (\\d{6})").matcher(message);
            if (!code.find()) {
                throw new AssertionError("No code in " + message);
            }
            return code.group(1);
        }
    }

    CaseByHttp cases() {
        return new CaseByHttp(new Program(product.address()));
    }

    @Override
    public void close() {
        try {
            browser.close();
            product.close();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives a test class the stage; passes its tests over where no browser is installed. */
    static final class Door implements BeforeAllCallback, ParameterResolver {

        @Override
        public void beforeAll(ExtensionContext test) {
            stage();
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Stage.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return stage();
        }

        private static synchronized Stage stage() {
            if (open == null) {
                open = open();
                Runtime.getRuntime().addShutdownHook(new Thread(open::close, "stage"));
            }
            return open;
        }

        private static Stage open() {
            try {
                return new Stage();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
