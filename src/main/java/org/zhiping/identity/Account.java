package org.zhiping.identity;

import java.util.Set;

/**
 * A person who can sign in.
 *
 * @param id       sign-in name, 3–64 of [a-z0-9._-]
 * @param name     display name
 * @param employer employer as declared, or empty; compared for recusal 回避
 */
public record Account(String id, String name, String employer, Set<Role> roles, boolean enabled) {

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
