package org.zhiping.platform;

/** The engine calls the numbers of cases and of examination sessions business keys alike; this tells them apart. */
public final class BusinessKey {

    private static final String SESSION = "S";

    private BusinessKey() {
    }

    public static boolean isSession(String number) {
        return number.startsWith(SESSION);
    }

    /** Neither a session's nor none at all. */
    public static boolean isCase(String number) {
        return number != null && !number.isEmpty() && !isSession(number);
    }
}
