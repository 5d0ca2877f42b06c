package org.zhiping.identity;

import java.util.List;
import java.util.Set;

/** What was changed of accounts, and by whom; lines are only ever added. */
interface AccountRecord {

    void add(String account, String change, Set<Role> roles, String by);

    /** Newest first. */
    List<AccountChange> of(String account);

    /** Whether anybody ever was an administrator. */
    boolean knowsAnAdministrator();
}
