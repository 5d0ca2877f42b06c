package org.zhiping.identity;

import java.net.IDN;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.zhiping.platform.Refusal;

/**
 * Where a person gets mail: at most 254 characters once its domain is written in ASCII. The part before the @ is ASCII, for
 * not every server on the way takes more; the domain may be an international one. Full-width signs are read as the usual ones.
 * Prints itself masked.
 */
public record MailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_TYPED = 1000;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern LOCAL_PART = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    /** @return null for a blank text. @throws Refusal (INVALID) at the field {@code email} */
    public static MailAddress of(String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.length() > LONGEST_TYPED) {
            throw Refusal.invalid("email", "account-email");
        }
        MailAddress address = new MailAddress(Normalizer.normalize(given, Normalizer.Form.NFKC).strip());
        if (!address.valid()) {
            throw Refusal.invalid("email", "account-email");
        }
        return address;
    }

    private boolean valid() {
        int at = value.lastIndexOf('@');
        return at > 0 && at <= LONGEST_LOCAL_PART && LOCAL_PART.matcher(value.substring(0, at)).matches()
                && DOMAIN.matcher(domain()).matches() && ascii().length() <= LONGEST;
    }

    /** As servers write it. */
    public String ascii() {
        return value.substring(0, value.lastIndexOf('@') + 1) + domain();
    }

    private String domain() {
        try {
            return IDN.toASCII(value.substring(value.lastIndexOf('@') + 1), IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException notADomain) {
            return "";
        }
    }

    /** What others see of it. */
    public String masked() {
        return value.charAt(0) + "***" + value.substring(value.lastIndexOf('@'));
    }

    @Override
    public String toString() {
        return masked();
    }
}
