package org.zhiping.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.freemarker.FreeMarkerVariablesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;

/** The frame of a page knows who looks at it: {@code me} in every template, with the menu that this person may use. */
@Configuration(proxyBeanMethods = false)
class Chrome {

    @Bean
    FreeMarkerVariablesCustomizer readerOfThePage(CurrentUser user, Accounts accounts) {
        return variables -> variables.put("me", new Me(user, accounts));
    }

    /** One entry of the menu; its words are {@code pages.menu.<section>}. */
    public record Item(String section, String href, int count) {
    }

    /** Asked anew by each rendering. */
    public record Me(CurrentUser user, Accounts accounts) {

        public boolean isSignedIn() {
            return account() != null;
        }

        public String getName() {
            return account().name();
        }

        private Account account() {
            return user.idIfAny().flatMap(accounts::find).orElse(null);
        }
    }
}
