package org.zhiping.standard;

import java.util.Locale;
import org.zhiping.platform.Language;

/** Something with a Chinese and an English name. The Chinese one is the standard's own word. */
public interface Named {

    String name();

    String nameEn();

    default String in(Locale locale) {
        return Language.of(locale).equals(Language.ENGLISH) && nameEn() != null ? nameEn() : name();
    }
}
