package org.zhiping.platform.process;

import java.util.List;
import java.util.Map;

/**
 * The decision tables in force, asked outside a case. A table sees the facts as the variable {@code facts}. Nothing is
 * stored and no history is written: asking is not a step of a case.
 */
public interface Decisions {

    /** The outputs of the one rule that holds; empty when none does. */
    Map<String, Object> single(String decision, Map<String, ?> facts);

    /** Id of the version of a decision that is asked now. */
    String version(String decision);

    /** The outputs of every rule that holds. */
    List<Map<String, Object>> all(String decision, Map<String, ?> facts);

    /** Every rule of a table, cell by cell. */
    default List<RuleTrace> explain(String decision, Map<String, ?> facts) {
        return explain(decision, facts, Map.of());
    }

    /** @param before what the tables before this one have answered, by the name of the output, as a list */
    List<RuleTrace> explain(String decision, Map<String, ?> facts, Map<String, ? extends List<?>> before);
}
