package org.zhiping.record;

/** Tells case numbers from session numbers, which the engine both calls business keys. */
final class CaseNumbers {

    private static final String SESSION = "S";

    private CaseNumbers() {
    }

    static boolean isCase(String number) {
        return number != null && !number.isEmpty() && !number.startsWith(SESSION);
    }
}
