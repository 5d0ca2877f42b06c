package org.zhiping.identity;

import java.util.Locale;

/**
 * Where a person can be told something: a mail address or a phone number, one of them null. Prints itself masked.
 */
public record Contact(MailAddress email, PhoneNumber phone) {

    public Contact {
        if ((email == null) == (phone == null)) {
            throw new IllegalArgumentException("A contact is a mail address or a phone number");
        }
    }

    public boolean isPhone() {
        return phone != null;
    }

    /** As it is kept. */
    public String value() {
        return isPhone() ? phone.value() : email.value();
    }

    /** Equal for all ways to write the same address or number. */
    String normal() {
        return isPhone() ? "phone:" + phone.value() : "email:" + email.ascii().toLowerCase(Locale.ROOT);
    }

    public String masked() {
        return isPhone() ? phone.masked() : email.masked();
    }

    @Override
    public String toString() {
        return masked();
    }
}
