package org.zhiping.sample;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Texts;

/**
 * Tells on the console where everything is and, at the very first start, the passwords: they are kept nowhere else.
 * The server reports ready only after this.
 */
@Component
@ConditionalOnProperty("zhiping.sample.enabled")
@Order(10)
class Welcome implements ApplicationRunner {

    private final SampleInstitution sample;
    private final ServletWebServerApplicationContext server;
    private final Optional<Mailbox> mailbox;
    private final Optional<Phone> phone;
    private final Texts texts;

    Welcome(SampleInstitution sample, ServletWebServerApplicationContext server, Optional<Mailbox> mailbox, Optional<Phone> phone, Texts texts) {
        this.sample = sample;
        this.mailbox = mailbox;
        this.phone = phone;
        this.server = server;
        this.texts = texts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Map<String, String> passwords = sample.fill();
        PrintStream console = System.out;
        String root = "http://localhost:" + server.getWebServer().getPort();
        console.println();
        for (String page : List.of("home", "portal", "desk", "tasklist", "cockpit", "api", "lookup")) {
            console.println(texts.of("sample.address." + page, root));
        }
        mailbox.ifPresent(there -> console.println(texts.of("sample.address.mail", root)));
        phone.ifPresent(there -> console.println(texts.of("sample.address.sms", root)));
        if (passwords.isEmpty()) {
            console.println(texts.of("sample.told-before"));
        } else {
            console.println(texts.of("sample.accounts"));
            passwords.forEach((id, password) -> console.printf("  %-22s %s%n", id, password));
        }
        console.println();
    }
}
