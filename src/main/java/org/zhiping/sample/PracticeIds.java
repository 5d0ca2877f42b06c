package org.zhiping.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Resident ID numbers (GB 11643) of people who do not exist: valid, and of a day of birth and a set that tell them apart. */
final class PracticeIds {

    private static final String AREA = "110105";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    private PracticeIds() {
    }

    /** @param set 1–999 */
    static String of(LocalDate born, int set) {
        String body = AREA + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(set);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return body + CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length());
    }
}
