package org.zhiping.platform;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The evaluation institution 评价机构 that runs this installation, settings {@code zhiping.institution.*}.
 *
 * @param name    as printed on certificates and pages
 * @param contact where applicants turn to with questions; may be empty
 * @param colour  of headers and of what is to be done, as {@code #17405a}; white text on it must be readable
 * @param accent  of seals and of what is chosen, likewise
 */
@ConfigurationProperties("zhiping.institution")
public record Institution(@DefaultValue(Institution.SAMPLE) String name,
                          @DefaultValue("Sample Skill Evaluation Centre") String nameEn,
                          @DefaultValue("") String contact,
                          @DefaultValue(Institution.INK) String colour,
                          @DefaultValue(Institution.VERMILION) String accent) {

    static final String INK = "#17405a";
    static final String VERMILION = "#ad3326";

    /** Contrast of text, WCAG 2.2 AA. */
    private static final double READABLE = 4.5;

    @ConstructorBinding
    public Institution {
        requireReadable("colour", colour);
        requireReadable("accent", accent);
    }

    public Institution(String name, String nameEn, String contact) {
        this(name, nameEn, contact, INK, VERMILION);
    }

    private static void requireReadable(String setting, String colour) {
        if (!colour.matches("#[0-9a-fA-F]{6}") || 1.05 / (luminance(colour) + 0.05) < READABLE) {
            throw new IllegalArgumentException("zhiping.institution." + setting + "=" + colour + ": a colour is written as #17405a and dark enough"
                    + " for white text (contrast " + READABLE + ") / 颜色写作 #17405a，且深到白字清晰可读（对比度 " + READABLE + " 以上）");
        }
    }

    /** Relative luminance, WCAG 2.2. */
    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    static final String SAMPLE = "示范职业技能评价中心（样例机构）";

    /** True while nobody has said whose installation this is. */
    public boolean isSample() {
        return SAMPLE.equals(name);
    }

    public String name(Locale locale) {
        return Language.of(locale).equals(Language.ENGLISH) ? nameEn : name;
    }
}
