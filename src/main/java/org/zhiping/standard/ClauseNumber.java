package org.zhiping.standard;

import java.util.Locale;
import java.util.regex.Pattern;
import org.zhiping.platform.Language;

/** Where a text stands in its standard, such as 1.9.1 二级(2), said in the reader's language. */
public final class ClauseNumber {

    private static final String LEVELS = "一二三四五";
    private static final Pattern LEVEL = Pattern.compile("\\s*([" + LEVELS + "])级\\s*");

    private ClauseNumber() {
    }

    /** @param clause as the standard numbers it; null where the standard does not touch the matter */
    public static String in(String clause, Locale locale) {
        if (clause == null || Language.of(locale).equals(Language.CHINESE)) {
            return clause;
        }
        return LEVEL.matcher(clause).replaceAll(level -> " level " + (LEVELS.indexOf(level.group(1)) + 1) + " ")
                .replace("、", ", ").strip();
    }
}
