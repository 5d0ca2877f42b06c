package org.zhiping.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhiping.platform.Refusal;

/**
 * A mobile number in E.164, such as +8613800138000. Prints itself masked.
 */
public record PhoneNumber(String value) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Set<PhoneNumberType> MOBILE = Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);
    private static final String HOME = "CN";
    private static final int LONGEST_TYPED = 40;
    private static final int SHOWN = 4;
    private static final Pattern TYPED = Pattern.compile("[+＋]?[\\p{Nd}\\p{Zs}()（）.\\-–—－]+");

    /**
     * As typed: with or without country code, spaces, hyphens or brackets, in half-width or full-width digits.
     *
     * @return null for a blank text. @throws Refusal (INVALID) at the field {@code phone} when it is no mobile number of these regions
     */
    static PhoneNumber of(String given, PhoneRegions regions) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.length() > LONGEST_TYPED || !TYPED.matcher(given.strip()).matches()) {
            throw Refusal.invalid("phone", "phone-number");
        }
        try {
            return checked(NUMBERS.parse(given.strip(), HOME), regions);
        } catch (NumberParseException notANumber) {
            throw Refusal.invalid("phone", "phone-number");
        }
    }

    private static PhoneNumber checked(Phonenumber.PhoneNumber number, PhoneRegions regions) {
        if (!NUMBERS.isValidNumber(number) || !MOBILE.contains(NUMBERS.getNumberType(number))) {
            throw Refusal.invalid("phone", "phone-number");
        }
        if (!regions.take(NUMBERS.getRegionCodeForNumber(number))) {
            throw Refusal.invalid("phone", "phone-region");
        }
        return new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164));
    }

    /** The number without its country code where it is a Chinese one, as gateways in China want it. */
    public String national() {
        return value.startsWith("+86") ? value.substring("+86".length()) : value;
    }

    /** What others see of it. */
    public String masked() {
        String shown = national();
        return shown.substring(0, 3) + "****" + shown.substring(shown.length() - SHOWN);
    }

    @Override
    public String toString() {
        return masked();
    }
}
