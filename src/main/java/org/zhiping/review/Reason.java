package org.zhiping.review;

import java.util.Locale;
import org.zhiping.platform.Language;

/**
 * A reason that a reviewer chose by its code, with the words of that moment: later lists of reasons change nothing of it.
 *
 * @param verdict  doubtful or incomplete, as {@link ReviewRound.Verdict} has it
 * @param advice   what the applicant is told to do
 */
public record Reason(String code, String verdict, String words, String wordsEn, String advice, String adviceEn) {

    public String in(Locale locale) {
        return english(locale) ? wordsEn : words;
    }

    public String adviceIn(Locale locale) {
        return english(locale) ? adviceEn : advice;
    }

    private static boolean english(Locale locale) {
        return Language.of(locale).equals(Language.ENGLISH);
    }
}
