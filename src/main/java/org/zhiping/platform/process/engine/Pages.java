package org.zhiping.platform.process.engine;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;

/** What a database would do for a query: a page of the result, and {@code %} for anything. */
final class Pages {

    private Pages() {
    }

    static <T> List<T> of(Stream<T> all, ListQueryParameterObject query) {
        return all.skip(query.getFirstResult()).limit(query.getMaxResults()).toList();
    }

    static boolean like(String text, String pattern) {
        return Pattern.matches("(?is)" + Pattern.quote(pattern).replace("%", "\\E.*\\Q"), text);
    }
}
