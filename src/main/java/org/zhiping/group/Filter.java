package org.zhiping.group;

import java.util.Arrays;
import java.util.Optional;

/** Which rows of a file are shown. */
enum Filter {
    ALL("true"), FAULTY("change = 'FAULTY'"), NEW("change = 'NEW'"), CHANGED("change = 'CHANGED'"), UNCHANGED("change = 'UNCHANGED'"),
    LOCKED("change = 'LOCKED'"), TAKEN("change = 'TAKEN'"), ELIGIBLE("change <> 'FAULTY' and eligibility = 'eligible'"),
    UNDETERMINED("change <> 'FAULTY' and eligibility = 'undetermined'"), INELIGIBLE("change <> 'FAULTY' and eligibility = 'ineligible'"),
    LACKING("change <> 'FAULTY' and missing > 0"), IMPORTED("result is not null and result <> 'REFUSED'"),
    REFUSED("result in ('REFUSED', 'NOT_SUBMITTED')"), SUBMITTED("result = 'SUBMITTED'");

    private final String condition;

    Filter(String condition) {
        this.condition = condition;
    }

    /** In SQL. */
    String condition() {
        return condition;
    }

    /** All rows where the word is none. */
    static Filter of(String word) {
        Optional<Filter> known = Arrays.stream(values()).filter(filter -> filter.name().equalsIgnoreCase(word)).findFirst();
        return known.orElse(ALL);
    }
}
