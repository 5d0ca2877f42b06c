package org.zhiping.intake;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An identity document whose number can be right. Where the rule of each number comes from:
 * <ul>
 * <li>RESIDENT_ID, PERMIT and new foreigners' cards: {@link IdentityNumber}. Numbers of 15 digits stand on first-generation cards,
 *     which have been void since 1 January 2013 (居民身份证法, amended 2011).</li>
 * <li>HK_MACAO_PASS 港澳居民来往内地通行证: H or M and 8 digits for life, on older cards 2 more that count the renewals, so that the first 9
 *     characters are the person (公安部, 港澳居民来往内地通行证号码规则).</li>
 * <li>TAIWAN_PASS 台湾居民来往大陆通行证: 8 digits for life, in older booklets 2 more that count the renewals.</li>
 * <li>FOREIGN_RESIDENT_ID 外国人永久居留身份证: until 2023 three letters of ISO 3166 and 12 digits. What the digits mean was not
 *     published as a rule, so nothing is derived from them.</li>
 * <li>PASSPORT: letters A to Z and digits; the machine-readable zone of a passport has 9 places for them (ICAO Doc 9303-4). The number
 *     is read without the nationality, as it was before that was asked, so that an older application of the same person is found.</li>
 * </ul>
 *
 * @param text      equal for the same person however the number was typed
 * @param birthDate null where the number does not carry it
 * @param sex       FEMALE, MALE, or null where the number does not carry it
 */
record IdentityDocument(String text, LocalDate birthDate, String sex) {

    private static final Pattern HK_MACAO = Pattern.compile("[HM]\\d{8}(\\d{2})?");
    private static final Pattern TAIWAN = Pattern.compile("\\d{8}(\\d{2})?");
    private static final Pattern OLD_FOREIGNER = Pattern.compile("[A-Z]{3}\\d{12}");
    private static final Pattern PASSPORT = Pattern.compile("[A-Z0-9]{5,9}");

    /** Empty while the number cannot be one of this type. */
    static Optional<IdentityDocument> of(String type, String typed) {
        String number = plain(typed);
        return switch (type) {
            case "RESIDENT_ID" -> IdentityNumber.of(number).map(IdentityDocument::carrying);
            case "PERMIT" -> IdentityNumber.of(number).filter(IdentityNumber::isPermit).map(IdentityDocument::carrying);
            case "HK_MACAO_PASS" -> shaped(HK_MACAO, number, "HK_MACAO_PASS " + first(number, 9));
            case "TAIWAN_PASS" -> shaped(TAIWAN, number, "TAIWAN_PASS " + first(number, 8));
            case "FOREIGN_RESIDENT_ID" -> IdentityNumber.ofForeigner(number).map(IdentityDocument::carrying)
                    .or(() -> shaped(OLD_FOREIGNER, number, "FOREIGN_RESIDENT_ID " + number));
            case "PASSPORT" -> shaped(PASSPORT, number, "PASSPORT " + number);
            default -> Optional.empty();
        };
    }

    /** Code of the refusal of a number that is none of this type. */
    static String fault(String type, String typed) {
        String number = plain(typed);
        return switch (type) {
            case "HK_MACAO_PASS" -> "hk-macao-number-wrong";
            case "TAIWAN_PASS" -> "taiwan-number-wrong";
            case "FOREIGN_RESIDENT_ID" -> "foreigner-number-wrong";
            case "PASSPORT" -> "passport-number-wrong";
            default -> number.matches("\\d{15}") ? "id-number-first-generation"
                    : number.length() != IdentityNumber.LENGTH ? "id-number-length"
                    : IdentityNumber.of(number).isPresent() ? "id-number-no-permit" : "id-number-wrong";
        };
    }

    /** As it is compared: full-width characters and small letters made plain, blanks and dashes left out. */
    static String plain(String typed) {
        return Typed.compact(typed).replace("-", "").toUpperCase(Locale.ROOT);
    }

    private static Optional<IdentityDocument> shaped(Pattern shape, String number, String text) {
        return shape.matcher(number).matches() ? Optional.of(new IdentityDocument(text, null, null)) : Optional.empty();
    }

    private static IdentityDocument carrying(IdentityNumber number) {
        return new IdentityDocument(number.value(), number.birthDate(), number.sex());
    }

    private static String first(String number, int characters) {
        return number.substring(0, Math.min(characters, number.length()));
    }
}
