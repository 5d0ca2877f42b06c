package org.zhiping.standard;

import java.util.Locale;

/** Something with a Chinese and an English name. The Chinese one is the standard's own word. */
public interface Named {

    String name();

    String nameEn();

    default String in(Locale locale) {
        return "en".equals(locale.getLanguage()) && nameEn() != null ? nameEn() : name();
    }
}
