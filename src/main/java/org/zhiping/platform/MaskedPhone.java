package org.zhiping.platform;

/** What staff see of a phone number: enough to tell two apart in talking, too little to call. */
public final class MaskedPhone {

    private static final int FRONT = 3;
    private static final int BACK = 2;

    private MaskedPhone() {
    }

    public static String of(String phone) {
        String plain = phone.strip();
        if (plain.length() <= FRONT + BACK) {
            return "*".repeat(plain.length());
        }
        return plain.substring(0, FRONT) + "*".repeat(plain.length() - FRONT - BACK) + plain.substring(plain.length() - BACK);
    }
}
