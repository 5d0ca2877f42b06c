package org.zhiping.group;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhiping.platform.Language;

/**
 * One column of the spreadsheet.
 *
 * @param path     of the claim in its JSON, such as {@code jobs[0].from}, or {@code name}, {@code email}, {@code level}, {@code direction}
 * @param codes    what a cell may say, in the plain form of {@link Cells#plain}, and its code; empty where anything may be said
 * @param choices  the list that a cell offers, in Chinese and in English
 * @param required told by a star in the heading
 */
record Column(String path, Kind kind, String zh, String en, Map<String, String> codes, List<String> choices, List<String> choicesEn,
              boolean required) {

    /** How a cell is read. */
    enum Kind {
        TEXT, NUMBER, IDENTITY, DATE, CHOICE
    }

    String heading(Locale locale) {
        return Language.of(locale).equals(Language.ENGLISH) ? en : zh;
    }

    List<String> choices(Locale locale) {
        return Language.of(locale).equals(Language.ENGLISH) ? choicesEn : choices;
    }

    static String mark(boolean required, String heading) {
        return required ? heading + " *" : heading;
    }
}
