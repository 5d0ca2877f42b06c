package org.zhiping.platform.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The latest version of every table that is deployed. Evaluated beside the engine rather than by its decision service,
 * which writes history for every question and asks for an authorization of the person who happens to be signed in.
 */
@Component
class DeployedDecisions implements Decisions {

    private final ObjectProvider<ProcessEngine> engine;
    private final Map<String, DecisionModel> models = new ConcurrentHashMap<>();

    /** The engine is looked up when first asked: form handlers that ask decisions are part of the engine's own set-up. */
    DeployedDecisions(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    @Override
    public Map<String, Object> single(String decision, Map<String, ?> facts) {
        List<Map<String, Object>> rules = all(decision, facts);
        if (rules.size() > 1) {
            throw new IllegalStateException("The decision " + decision + " answers more than once");
        }
        return rules.isEmpty() ? Map.of() : rules.get(0);
    }

    @Override
    public List<Map<String, Object>> all(String decision, Map<String, ?> facts) {
        return latest(decision).evaluate(decision, facts);
    }

    @Override
    public List<RuleTrace> explain(String decision, Map<String, ?> facts) {
        return latest(decision).trace(decision, facts);
    }

    private DecisionModel latest(String decision) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> model(configuration.getRepositoryService(), decision)))
                .orElseThrow(() -> new IllegalStateException("The decision " + decision + " is not deployed"));
    }

    private Optional<DecisionModel> model(RepositoryService repository, String decision) {
        return Optional.ofNullable(repository.createDecisionDefinitionQuery()
                        .decisionDefinitionKey(decision).latestVersion().singleResult()).map(DecisionDefinition::getId)
                .map(latest -> models.computeIfAbsent(latest, id -> new DecisionModel(repository.getDecisionModel(id))));
    }
}
