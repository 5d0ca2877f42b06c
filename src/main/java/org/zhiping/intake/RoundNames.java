package org.zhiping.intake;

/** The name that a round has when its officer gives it none: 2026年第三批. */
final class RoundNames {

    private static final String[] DIGITS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    private static final int LAST_IN_WORDS = 99;

    private RoundNames() {
    }

    /** @param place from 1 */
    static String of(int year, int place) {
        return year + "年第" + (place > LAST_IN_WORDS ? String.valueOf(place) : words(place)) + "批";
    }

    private static String words(int number) {
        int tens = number / 10;
        return (tens > 1 ? DIGITS[tens] : "") + (tens > 0 ? "十" : "") + DIGITS[number % 10];
    }
}
