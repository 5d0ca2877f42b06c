package org.zhiping.page;

import java.util.Set;
import org.zhiping.identity.Role;

/**
 * A page in the menu of those who have one of these roles. A feature that is not always there adds its own as a bean.
 *
 * @param section its words are {@code page.menu.<section>}
 */
public record MenuEntry(String section, String href, Set<Role> roles) {
}
