package org.zhiping.signup;

import java.util.UUID;
import org.zhiping.identity.Account;

/**
 * Signing up, getting a new password and confirming a contact, each by a code that is sent to a mail address or a mobile number. What
 * is answered never says whether a contact has an account. {@code client} is the address of the caller's network, to bound how much
 * one of them can ask for.
 */
public interface Proofs {

    /** @throws org.zhiping.platform.Refusal (INVALID) when it is no contact or its way is not open; (TOO_MANY) */
    UUID forSignUp(String contact, String client);

    /** As {@link #forSignUp}. */
    UUID forPassword(String contact, String client);

    /** For somebody who is signed in. */
    UUID forContact(String account, String contact, String client);

    /** @throws org.zhiping.platform.Refusal (NOT_FOUND) when there is none, or it is over */
    Proof find(UUID id);

    /** Sends another code; the one before is of no use any more. @throws org.zhiping.platform.Refusal (TOO_MANY), (NOT_FOUND) */
    void again(UUID id, String client);

    /**
     * The person gets an account, or takes over the one that was made for them.
     *
     * @param sureOfName whether the name holds although another stands with the account that was made for them
     * @throws org.zhiping.platform.Refusal (INVALID) for a wrong code at {@code code}, or at {@code name} and {@code password};
     *         (CONFLICT) when the name differs
     */
    Account signUp(UUID id, String code, String name, String password, boolean sureOfName);

    /** Sets a new password; open sessions end. */
    Account setPassword(UUID id, String code, String password);

    /** The contact is the account's from now on, in place of another of its kind. */
    void confirm(String account, UUID id, String code);
}
