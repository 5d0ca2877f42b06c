package org.zhiping.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** All accounts. */
public interface Accounts {

    Optional<Account> find(String id);

    /** What people call the holder of this account; the id where there is none. */
    default String nameOf(String id) {
        return find(id).map(Account::name).orElse(id);
    }

    /** Those who can still sign in. */
    List<Account> withRole(Role role);

    List<Account> all();

    /** An applicant registers. @throws org.zhiping.platform.Refusal when the id is taken or the password is weak */
    default Account register(String id, String name, String password) {
        return register(id, name, password, "");
    }

    /** The same with a mail address, blank for none; notices are sent in the language of the request. */
    Account register(String id, String name, String password, String email);

    /**
     * An applicant account for somebody who has not signed up: nobody can sign in to it until its person proves the number or the
     * address at sign-up and claims it, with all its cases.
     *
     * @param phone blank for none; one of the two is needed
     * @param by    who registers them
     * @throws org.zhiping.platform.Refusal (INVALID) at {@code name}, {@code phone} or {@code email}; (CONFLICT) when either belongs
     *         to an account already, see {@link #withContact}
     */
    Account preRegister(String name, String phone, String email, String by);

    /** Whose confirmed address or number this is, or who was registered with it and has not claimed the account yet. */
    Optional<Account> withContact(String phoneOrEmail);

    /** The same for one that was read already. */
    Optional<Account> withContact(Contact contact);

    /** An applicant who has proved this contact; the product names the account. */
    Account open(String name, String password, Contact proven);

    /** The person whom an account was made for takes it over, under the name they say is theirs. */
    Account claim(String id, String name, String password, Contact proven);

    /** A person has proved this contact. @throws org.zhiping.platform.Refusal (CONFLICT) when it belongs to another account */
    void confirm(String id, Contact proven);

    /** A person wants nothing sent there any more; notices remain in the inbox. */
    void removeEmail(String id);

    void removePhone(String id);

    /** Sets the language of what is sent. */
    void speak(String id, Locale language);

    /** A staff account with a password; audited. Replaces nothing: refused when the id is taken. */
    Account create(String id, String name, String employer, Set<Role> roles, String password, String by);

    /** Grants exactly these roles; audited; sessions of the account end. */
    void grant(String id, Set<Role> roles, String by);

    void enable(String id, boolean enabled, String by);

    /** Sets where and in which language notices are sent; a blank address stops them. @throws org.zhiping.platform.Refusal when it is none */
    void reach(String id, String email, Locale language, String by);

    /** The identity document of a member of staff was recorded or removed: a line in the record, and the account stays locked meanwhile. */
    void documented(String id, boolean recorded, String by);

    /** A person changes their own password; every session of the account ends. @throws org.zhiping.platform.Refusal when the present one is wrong */
    void changePassword(String id, String present, String password);

    /** An administrator sets a new password for somebody who forgot theirs; sessions of the account end. */
    void resetPassword(String id, String password, String by);

    /** Newest first. */
    List<AccountChange> changes(String id);

    boolean isEmpty();
}
