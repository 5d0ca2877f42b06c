package org.zhiping.signup;

import java.time.Duration;
import java.util.Locale;
import org.zhiping.identity.Contact;

/**
 * Something is to be sent to a contact, in the running transaction. Whatever is asked on a page, the contact gets a message: whether
 * it has an account is told there and nowhere else.
 *
 * @param account  whose it is, or empty
 * @param code     six digits, or empty where the message tells that there is none
 * @param validFor of no use later
 */
public record ContactTold(Contact to, String account, News news, String code, Locale language, Duration validFor) {

    /** What is told. */
    public enum News {
        /** A code to sign up, to set a new password, to confirm a contact. */
        SIGN_UP, PASSWORD, CONTACT,
        /** Somebody signs up with a contact that has an account. */
        HAS_ACCOUNT,
        /** Somebody forgot the password of a contact that has no account. */
        NO_ACCOUNT
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "ContactTold[" + to + ", " + news + "]";
    }
}
