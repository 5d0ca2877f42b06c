package org.zhiping.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.platform.HeldData;

/** The account with its contacts, and what was ever changed about it; never a password. */
@Component
class HeldAccount implements HeldData {

    private final Accounts accounts;

    HeldAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String section() {
        return "account";
    }

    @Override
    public Object of(String id) {
        Account account = accounts.find(id).orElseThrow();
        Map<String, Object> held = new LinkedHashMap<>();
        held.put("account", account.id());
        held.put("name", account.name());
        held.put("employer", account.employer());
        held.put("email", account.email() == null ? "" : account.email().value());
        held.put("phone", account.phone() == null ? "" : account.phone().value());
        held.put("language", account.language().toLanguageTag());
        held.put("changes", accounts.changes(id).stream().map(HeldAccount::change).toList());
        return held;
    }

    private static Map<String, Object> change(AccountChange change) {
        return new LinkedHashMap<>(Map.of("what", change.change(), "at", change.at()));
    }

}
