package org.zhiping.identity;

import java.util.Locale;
import java.util.Set;
import org.zhiping.platform.Language;

/**
 * A person who can sign in.
 *
 * @param id       sign-in name, 3–64 of [a-z0-9._-]
 * @param name     display name
 * @param employer employer as declared, or empty; compared for recusal 回避
 * @param email    where notices are sent, or null
 * @param language of what is sent, one of {@link Language#ALL}
 */
public record Account(String id, String name, String employer, Set<Role> roles, boolean enabled, MailAddress email, Locale language) {

    public Account(String id, String name, String employer, Set<Role> roles, boolean enabled) {
        this(id, name, employer, roles, enabled, null, Language.CHINESE);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
