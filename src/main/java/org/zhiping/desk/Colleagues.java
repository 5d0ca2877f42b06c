package org.zhiping.desk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.page.Option;

/** Those who work on cases and can still sign in, for pages on which one of them is chosen. */
@Component
class Colleagues {

    private final Accounts accounts;

    Colleagues(Accounts accounts) {
        this.accounts = accounts;
    }

    List<Account> all() {
        return Arrays.stream(Role.values()).filter(Role::caseWork).flatMap(role -> accounts.withRole(role).stream()).distinct()
                .sorted(Comparator.comparing(Account::id)).toList();
    }

    static Option option(Account account) {
        return new Option(account.id(), account.name() + "（" + account.id() + "）");
    }
}
