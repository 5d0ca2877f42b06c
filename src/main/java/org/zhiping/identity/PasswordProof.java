package org.zhiping.identity;

/** Asks somebody who is signed in for their password again, before something that a borrowed screen must not do. */
public interface PasswordProof {

    /** @throws org.zhiping.platform.Refusal (INVALID at {@code field}) when it is wrong; (TOO_MANY) after too many wrong ones */
    void require(String account, String field, String password);
}
