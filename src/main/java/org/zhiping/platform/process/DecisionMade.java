package org.zhiping.platform.process;

import java.util.List;
import java.util.Map;

/**
 * A business rule task has asked its table; published in the engine's transaction. What the table was told stays in the engine's
 * history.
 *
 * @param businessKey case or session number
 * @param decision    key of the decision definition
 * @param rules       the rules that held, in the order of the table
 * @param grounds the rules that held in the tables that this one rests on
 * @param model       key of the process definition that asked
 */
public record DecisionMade(String businessKey, String decision, int version, List<Rule> rules, List<Rule> grounds, String model, int modelVersion) {

    /** @param outputs by the name of the column, as text */
    public record Rule(String id, Map<String, String> outputs) {
    }
}
