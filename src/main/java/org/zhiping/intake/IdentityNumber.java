package org.zhiping.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An 18-digit number of GB 11643 (公民身份号码: six digits of region, eight of birth date, three of order, of which the last is
 * odd for men, and a check character of ISO 7064 MOD 11-2), or one that is built alike: that of a residence permit for people
 * from Hong Kong, Macao and Taiwan (港澳台居民居住证申领发放办法, 2018), which begins with 810000, 820000 or 830000, and that of a
 * foreigner's permanent resident card as issued since December 2023 (国家移民管理局, 新版外国人永久居留身份证机读信息规则), which
 * begins with 9.
 */
public record IdentityNumber(String value) {

    static final int LENGTH = 18;

    private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{16}[\\dX]");
    private static final Pattern REGION = Pattern.compile(
            "(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71)\\d{4}|8[123]0000");
    private static final Pattern PERMIT_REGION = Pattern.compile("8[123]0000");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    /** Empty when the number is malformed, of no region, of no date, or has the wrong check character. */
    static Optional<IdentityNumber> of(String typed) {
        return built(typed).filter(number -> REGION.matcher(number.region()).matches());
    }

    /** The number of a foreigner's card; empty when it is none. */
    static Optional<IdentityNumber> ofForeigner(String typed) {
        return built(typed).filter(number -> number.value().startsWith("9"));
    }

    private static Optional<IdentityNumber> built(String typed) {
        String number = typed.toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(number).matches() || number.charAt(LENGTH - 1) != checkCharacter(number)) {
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
        return PERMIT_REGION.matcher(region()).matches();
    }

    LocalDate birthDate() {
        return LocalDate.of(Integer.parseInt(value.substring(6, 10)), Integer.parseInt(value.substring(10, 12)),
                Integer.parseInt(value.substring(12, 14)));
    }

    /** FEMALE or MALE. */
    String sex() {
        return (value.charAt(16) - '0') % 2 == 1 ? "MALE" : "FEMALE";
    }

    private String region() {
        return value.substring(0, 6);
    }

    /** @param number its first 17 digits; what follows does not count */
    public static char checkCharacter(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }
}
