package org.zhiping.page;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.zhiping.platform.Texts;
import org.zhiping.standard.Named;

/** A choice of a select, radio group or datalist. */
public record Option(String value, String label) {

    public static Option of(String value, Named named, Locale locale) {
        return new Option(value, named.in(locale));
    }

    /** Each code with the text of the key that begins so and ends with it. */
    public static List<Option> all(Collection<String> codes, Texts texts, String prefix) {
        return codes.stream().map(code -> new Option(code, texts.of(prefix + code))).toList();
    }
}
