package org.zhiping.platform.process.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.context.ApplicationEventPublisher;
import org.zhiping.platform.process.DecisionMade;

/** Publishes {@link DecisionMade}: what the engine writes into its history of a decision is told here too, in the same transaction. */
final class DecisionsTold implements HistoryEventHandler {

    private final ApplicationEventPublisher events;

    DecisionsTold(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricDecisionEvaluationEvent evaluated && evaluated.getRootHistoricDecisionInstance().getProcessInstanceId() != null) {
            events.publishEvent(made(evaluated, Context.getCommandContext()));
        }
    }

    private static DecisionMade made(HistoricDecisionEvaluationEvent evaluated, CommandContext context) {
        HistoricDecisionInstanceEntity decision = evaluated.getRootHistoricDecisionInstance();
        List<DecisionMade.Rule> grounds = evaluated.getRequiredHistoricDecisionInstances().stream().flatMap(one -> rules(one).stream()).toList();
        ExecutionEntity instance = context.getExecutionManager().findExecutionById(decision.getProcessInstanceId());
        int version = context.getProcessEngineConfiguration().getDeploymentCache()
                .findDeployedDecisionDefinitionById(decision.getDecisionDefinitionId()).getVersion();
        return new DecisionMade(instance.getBusinessKey(), decision.getDecisionDefinitionKey(), version, rules(decision), grounds,
                instance.getProcessDefinition().getKey(), instance.getProcessDefinition().getVersion());
    }

    private static List<DecisionMade.Rule> rules(HistoricDecisionInstanceEntity decision) {
        Map<String, Map<String, String>> rules = new LinkedHashMap<>();
        for (HistoricDecisionOutputInstance output : decision.getOutputs()) {
            Map<String, String> outputs = rules.computeIfAbsent(output.getRuleId(), rule -> new LinkedHashMap<>());
            if (output.getValue() != null) {
                outputs.put(output.getVariableName(), output.getValue().toString());
            }
        }
        return rules.entrySet().stream().map(rule -> new DecisionMade.Rule(rule.getKey(), rule.getValue())).toList();
    }

    @Override
    public void handleEvents(List<HistoryEvent> all) {
        all.forEach(this::handleEvent);
    }
}
