package org.zhiping.group;

import java.util.Locale;
import org.zhiping.platform.Language;

/**
 * Something to be said of a cell, a row or a file, kept in both languages because it is written by a job and read by people.
 *
 * @param path of the column, as in {@link Column#path()}; empty when it is about the whole
 */
record Note(String path, String zh, String en) {

    public String in(Locale locale) {
        return Language.of(locale).equals(Language.ENGLISH) ? en : zh;
    }

    public String text() {
        return in(Language.now());
    }
}
