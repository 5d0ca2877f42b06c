package org.zhiping.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.zhiping.platform.Refusal.Fault;

/** Faults of claims, whose text names the field in the reader's language: {@code claim.field.<path without index>}. */
final class Faults {

    private static final Pattern INDEXED = Pattern.compile("(\\w+)\\[(\\d+)]\\.(\\w+)");

    private Faults() {
    }

    /** @param field its place in the JSON, such as {@code jobs[0].from} */
    static Fault of(String field, String code) {
        Matcher indexed = INDEXED.matcher(field);
        DefaultMessageSourceResolvable label = indexed.matches()
                ? label(indexed.group(1) + "." + indexed.group(3), Integer.parseInt(indexed.group(2)) + 1)
                : label(field);
        return new Fault(field, code, label);
    }

    /** A fault of the same kind at a field of another form. */
    static Fault at(String field, String claim, String code) {
        return new Fault(field, code, label(claim));
    }

    private static DefaultMessageSourceResolvable label(String path, Object... args) {
        return new DefaultMessageSourceResolvable(new String[] {"claim.field." + path}, args);
    }
}
