package org.zhiping.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.platform.Texts;

/** An installation without any account gets an administrator, whose password is told once on the console. */
@Component
@Order(20)
@ConditionalOnProperty("zhiping.first-administrator")
class FirstAdministrator implements ApplicationRunner {

    private static final String ID = "administrator";
    private static final int PASSWORD_BYTES = 15;

    private final Accounts accounts;
    private final Texts texts;

    FirstAdministrator(Accounts accounts, Texts texts) {
        this.accounts = accounts;
        this.texts = texts;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (accounts.isEmpty()) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            String password = Base64.getUrlEncoder().encodeToString(random);
            accounts.create(ID, texts.of("identity.first-administrator.name"), "", Set.of(Role.ADMINISTRATOR), password, "installation");
            System.out.printf("%n%s%n  %s  %s%n%n", texts.of("identity.first-administrator.told"), ID, password);
        }
    }
}
