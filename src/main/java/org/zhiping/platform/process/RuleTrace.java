package org.zhiping.platform.process;

import java.util.List;
import java.util.Map;

/**
 * How one rule of a decision table fared against facts.
 *
 * @param rule       id of the rule
 * @param annotation the note beside the rule, usually its clause
 * @param cells      the cells that ask something, in the order of the columns
 * @param outputs    what the rule answers when it holds
 */
public record RuleTrace(String rule, String annotation, List<CellTrace> cells, Map<String, Object> outputs) {

    /**
     * One cell.
     *
     * @param fact      name of the fact, or the column's expression when it is not a plain fact
     * @param label     heading of the column
     * @param condition the cell as written in the table
     * @param actual    the value it was held against; null when the fact is not given
     */
    public record CellTrace(String fact, String label, String condition, Object actual, boolean holds) {
    }

    public boolean holds() {
        return cells.stream().allMatch(CellTrace::holds);
    }

    public List<CellTrace> failures() {
        return cells.stream().filter(cell -> !cell.holds()).toList();
    }
}
