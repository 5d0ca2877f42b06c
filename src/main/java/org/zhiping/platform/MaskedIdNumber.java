package org.zhiping.platform;

import java.util.Locale;

/** What papers show of an ID number: enough for its holder to be recognised, too little to be used. */
public final class MaskedIdNumber {

    private static final int LONG = 12;

    private MaskedIdNumber() {
    }

    public static String of(String idNumber) {
        String plain = idNumber.strip().toUpperCase(Locale.ROOT);
        int shown = plain.length() >= LONG ? 4 : 2;
        if (plain.length() <= 2 * shown) {
            return "*".repeat(plain.length());
        }
        return plain.substring(0, shown) + "*".repeat(plain.length() - 2 * shown) + plain.substring(plain.length() - shown);
    }
}
