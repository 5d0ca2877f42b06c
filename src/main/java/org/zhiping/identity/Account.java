package org.zhiping.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.zhiping.platform.Language;

/**
 * A person who can sign in.
 *
 * @param id             sign-in name, 3–64 of [a-z0-9._-]
 * @param name           display name
 * @param employer       employer as declared, or empty; compared for recusal 回避
 * @param email          where notices are sent, or null
 * @param language       of what is sent, one of {@link Language#ALL}
 * @param phone          a number that its person has confirmed, or, of an unclaimed account, was registered with; or null
 * @param emailConfirmed whether the person proved to read the address; addresses from before this was asked stay in use
 * @param claimed        false while the account was made for a person who has not signed up yet
 */
public record Account(String id, String name, String employer, Set<Role> roles, boolean enabled, MailAddress email, Locale language,
                      PhoneNumber phone, boolean emailConfirmed, boolean claimed) {

    public Account(String id, String name, String employer, Set<Role> roles, boolean enabled, MailAddress email, Locale language) {
        this(id, name, employer, roles, enabled, email, language, null, false, true);
    }

    public Account(String id, String name, String employer, Set<Role> roles, boolean enabled) {
        this(id, name, employer, roles, enabled, null, Language.CHINESE);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasStaffRole() {
        return roles.stream().anyMatch(Role::staff);
    }

    public boolean hasCaseWork() {
        return roles.stream().anyMatch(Role::caseWork);
    }

    /** Where mails go: never to an address that a person was merely registered with. */
    public Optional<MailAddress> mailsGoTo() {
        return enabled && claimed ? Optional.ofNullable(email) : Optional.empty();
    }

    /** Where short messages go. */
    public Optional<PhoneNumber> shortMessagesGoTo() {
        return enabled && claimed ? Optional.ofNullable(phone) : Optional.empty();
    }
}
