package org.zhiping.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An 18-digit citizen identity number of GB 11643, or that of a residence permit for people from Hong Kong, Macao
 * and Taiwan, which is built alike and begins with 810000, 820000 or 830000.
 */
record IdentityNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{16}[\\dX]");
    private static final Pattern REGION = Pattern.compile(
            "(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71)\\d{4}|8[123]0000");
    private static final Pattern PERMIT_REGION = Pattern.compile("8[123]0000");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    /** Empty when the number is malformed, of no region, of no date, or has the wrong check character. */
    static Optional<IdentityNumber> of(String typed) {
        String number = typed.toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(number).matches() || !REGION.matcher(number.substring(0, 6)).matches()
                || number.charAt(17) != checkCharacter(number)) {
            return Optional.empty();
        }
        try {
            IdentityNumber identity = new IdentityNumber(number);
            identity.birthDate();
            return Optional.of(identity);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    boolean isPermit() {
        return PERMIT_REGION.matcher(value.substring(0, 6)).matches();
    }

    LocalDate birthDate() {
        return LocalDate.of(Integer.parseInt(value.substring(6, 10)), Integer.parseInt(value.substring(10, 12)),
                Integer.parseInt(value.substring(12, 14)));
    }

    /** FEMALE or MALE. */
    String sex() {
        return (value.charAt(16) - '0') % 2 == 1 ? "MALE" : "FEMALE";
    }

    private static char checkCharacter(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }
}
