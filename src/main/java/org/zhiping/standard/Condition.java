package org.zhiping.standard;

import java.util.Locale;
import org.zhiping.platform.Language;

/** A numbered eligibility condition in the standard's own words. {@code level} is null when it holds for every level. */
public record Condition(String id, String level, String clause, String text, String textEn) {

    public String in(Locale locale) {
        return Language.of(locale).equals(Language.ENGLISH) && textEn != null ? textEn : text;
    }
}
