package org.zhiping.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** All accounts. */
public interface Accounts {

    Optional<Account> find(String id);

    /** Those who can still sign in. */
    List<Account> withRole(Role role);

    List<Account> all();

    /** An applicant registers. @throws org.zhiping.platform.Refusal when the id is taken or the password is weak */
    default Account register(String id, String name, String password) {
        return register(id, name, password, "");
    }

    /** The same with a mail address, blank for none; notices are sent in the language of the request. */
    Account register(String id, String name, String password, String email);

    /** A staff account with a password; audited. Replaces nothing: refused when the id is taken. */
    Account create(String id, String name, String employer, Set<Role> roles, String password, String by);

    /** Grants exactly these roles; audited; sessions of the account end. */
    void grant(String id, Set<Role> roles, String by);

    void enable(String id, boolean enabled, String by);

    /** Sets where and in which language notices are sent; a blank address stops them. @throws org.zhiping.platform.Refusal when it is none */
    void reach(String id, String email, Locale language, String by);

    /** A person changes their own password. @throws org.zhiping.platform.Refusal when the present one is wrong */
    void changePassword(String id, String present, String password);

    /** An administrator sets a new password for somebody who forgot theirs; sessions of the account end. */
    void resetPassword(String id, String password, String by);

    /** Newest first. */
    List<AccountChange> changes(String id);

    boolean isEmpty();
}
