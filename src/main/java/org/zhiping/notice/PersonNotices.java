package org.zhiping.notice;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Notices about a person's account rather than about a case. */
public interface PersonNotices {

    /**
     * In the running transaction; who was told under this key already is not told again.
     *
     * @param kind   the template {@code notice/<locale>/<kind>.ftlh}
     * @param values for the template, no personal data; moments and days are ISO 8601
     */
    void tell(String account, String kind, String key, Map<String, String> values);

    /** The same with values that differ by language. */
    void tell(String account, String kind, String key, Function<Locale, Map<String, String>> values);
}
