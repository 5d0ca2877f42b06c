package org.zhiping.notice;

import java.time.Instant;
import java.util.Locale;

/**
 * One version of the words of a kind of notice in one language. Version 0 comes with the program; nobody has edited it.
 *
 * @param shipped  the program's words when it was made, {@link TemplateText#whole}
 * @param restores the earlier version that this one brings back, or null; 0 means that it follows the program
 * @param at       null for version 0, as are {@code by} and {@code reason}
 */
public record TemplateVersion(String kind, Locale locale, int version, TemplateText text, String shipped, Integer restores, Instant at,
                              String by, String reason) {

    static TemplateVersion shipped(String kind, Locale locale, TemplateText text) {
        return new TemplateVersion(kind, locale, 0, text, text.whole(), null, null, null, null);
    }

    public boolean edited() {
        return version > 0;
    }

    /** Whether the program's words are the ones in force, whatever they are after an update. */
    public boolean followsProgram() {
        return version == 0 || Integer.valueOf(0).equals(restores);
    }
}
