package org.zhiping.platform;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The evaluation institution 评价机构 that runs this installation, settings {@code zhiping.institution.*}.
 *
 * @param name    as printed on certificates and pages
 * @param contact where applicants turn to with questions; may be empty
 */
@ConfigurationProperties("zhiping.institution")
public record Institution(@DefaultValue(Institution.SAMPLE) String name,
                          @DefaultValue("Sample Skill Evaluation Centre") String nameEn,
                          @DefaultValue("") String contact) {

    static final String SAMPLE = "示范职业技能评价中心（样例机构）";

    /** True while nobody has said whose installation this is. */
    public boolean isSample() {
        return SAMPLE.equals(name);
    }

    public String name(Locale locale) {
        return Language.of(locale).equals(Language.ENGLISH) ? nameEn : name;
    }
}
