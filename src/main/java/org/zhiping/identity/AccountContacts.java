package org.zhiping.identity;

import java.util.List;
import java.util.Optional;

/** The mail addresses and phone numbers of accounts; one that is confirmed or reserved belongs to one account. */
interface AccountContacts {

    /** A name that no account has. */
    String newId();

    /** @throws org.zhiping.platform.Refusal (INVALID) when one is wrong or there is none */
    List<Contact> given(String phone, String email);

    /** Nobody where it is neither. */
    Optional<String> owner(String phoneOrEmail);

    Optional<String> owner(Contact contact);

    /** For the person whom an account is made for. @throws org.zhiping.platform.Refusal (CONFLICT) when it belongs to another */
    void reserve(String id, Contact contact);

    /** @throws org.zhiping.platform.Refusal (CONFLICT) when it belongs to another */
    void confirm(String id, Contact proven);

    /** Confirms the one and gives up what else was reserved. */
    void keepOnly(String id, Contact proven);

    /** Sets an address that nobody has proved; the same as before stays as it was. @param email null for none */
    void replaceEmail(Account before, MailAddress email);

    void removeEmail(String id);

    void removePhone(String id);
}
