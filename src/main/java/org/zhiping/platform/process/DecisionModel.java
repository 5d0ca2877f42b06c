package org.zhiping.platform.process;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;

/** One decision file, read once and asked often. */
final class DecisionModel {

    static final String FACTS = "facts";

    private static final DmnEngine ENGINE = ParsedFeel.decisions().buildEngine();

    private final Map<String, DmnDecision> decisions;
    private final Map<String, TableTracer> tracers;

    DecisionModel(InputStream xml) {
        DmnModelInstance model = Dmn.readModelFromStream(xml);
        decisions = ENGINE.parseDecisions(model).stream().collect(Collectors.toMap(DmnDecision::getKey, decision -> decision));
        tracers = model.getModelElementsByType(Decision.class).stream()
                .filter(decision -> decision.getExpression() instanceof DecisionTable)
                .collect(Collectors.toMap(Decision::getId, decision -> new TableTracer((DecisionTable) decision.getExpression())));
    }

    List<Map<String, Object>> evaluate(String decision, Map<String, ?> facts) {
        return ENGINE.evaluateDecision(decisions.get(decision), Variables.putValue(FACTS, facts)).getResultList();
    }

    Set<String> decisions() {
        return decisions.keySet();
    }

    List<RuleTrace> trace(String decision, Map<String, ?> facts, Map<String, ? extends List<?>> before) {
        return tracers.get(decision).trace(facts, before);
    }
}
