package org.zhiping.page;

import java.util.Locale;
import org.zhiping.standard.Named;

/** A choice of a select, radio group or datalist. */
public record Option(String value, String label) {

    public static Option of(String value, Named named, Locale locale) {
        return new Option(value, named.in(locale));
    }
}
