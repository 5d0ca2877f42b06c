package org.zhiping.platform;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/** The two languages in which people are spoken to. Where nobody asks, as in a job or a timer, it is Chinese. */
public final class Language {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;

    /** Chinese first. */
    public static final List<Locale> ALL = List.of(CHINESE, ENGLISH);

    private Language() {
    }

    /** The language of the current request. */
    public static Locale now() {
        LocaleContext asked = LocaleContextHolder.getLocaleContext();
        return asked == null ? CHINESE : of(asked.getLocale());
    }

    /** What is made in this language whoever asks, such as a record. */
    public static <T> T said(Locale language, Supplier<T> text) {
        LocaleContext asked = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(language);
        try {
            return text.get();
        } finally {
            LocaleContextHolder.setLocaleContext(asked);
        }
    }

    /** English for every kind of English, Chinese for all else. */
    public static Locale of(Locale asked) {
        return asked != null && asked.getLanguage().equals(ENGLISH.getLanguage()) ? ENGLISH : CHINESE;
    }

    public static boolean english() {
        return now().equals(ENGLISH);
    }
}
