package org.zhiping.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.zhiping.intake.IdentityNumber;

/** Resident ID numbers (GB 11643) of people who do not exist: valid, and of a day of birth and a set that tell them apart. */
final class PracticeIds {

    private static final String AREA = "110105";

    private PracticeIds() {
    }

    /** @param set 1–999 */
    static String of(LocalDate born, int set) {
        String body = AREA + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(set);
        return body + IdentityNumber.checkCharacter(body);
    }
}
