package org.zhiping.identity;

import java.util.regex.Pattern;
import org.zhiping.platform.Refusal;

/** What holds of every account, whoever makes it. */
final class AccountRules {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{2,63}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N} .·•・‧'’()（）-]{0,99}");
    private static final int LONGEST_EMPLOYER = 200;

    private AccountRules() {
    }

    static void check(Account account) {
        if (account.id() == null || !ID.matcher(account.id()).matches()) {
            throw Refusal.invalid("id", "account-id");
        }
        if (account.name() == null || !NAME.matcher(account.name()).matches()) {
            throw Refusal.invalid("name", "account-name");
        }
        if (account.employer() == null || account.employer().length() > LONGEST_EMPLOYER) {
            throw Refusal.invalid("employer", "account-employer", LONGEST_EMPLOYER);
        }
        if (account.has(Role.ADMINISTRATOR) && account.hasCaseWork()) {
            throw Refusal.invalid("roles", "administrator-without-case-work");
        }
        if (account.has(Role.GROUP_AGENT) && account.roles().size() > 1) {
            throw Refusal.invalid("roles", "group-agent-alone");
        }
    }
}
