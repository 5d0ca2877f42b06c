package org.zhiping.standard;

import java.math.BigDecimal;
import java.util.List;

/** A section of a standard that lists abilities to be judged. */
public record RubricSection(String clause, String name, String lead, List<Item> items) {

    /** @param maxScore null where the standard gives no points */
    public record Item(String id, String clause, String text, BigDecimal maxScore) {
    }

    public RubricSection {
        items = Lists.copy(items);
    }
}
