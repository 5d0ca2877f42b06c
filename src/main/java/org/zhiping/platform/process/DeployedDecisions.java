package org.zhiping.platform.process;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhiping.platform.OncePerTransaction;

/**
 * The latest version of every table that is deployed. Evaluated beside the engine rather than by its decision service,
 * which writes history for every question and asks for an authorization of the person who happens to be signed in.
 */
@Component
class DeployedDecisions implements Decisions {

    /** The same facts have the same answer, and several checks of one act ask about the same applicant. */
    private record Question(String kind, String decision, Map<String, ?> facts) {
    }

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
        return OncePerTransaction.of(new Question("all", decision, new HashMap<>(facts)),
                () -> Collections.unmodifiableList(latest(decision).evaluate(decision, facts)));
    }

    @Override
    public List<RuleTrace> explain(String decision, Map<String, ?> facts, Map<String, ? extends List<?>> before) {
        Supplier<List<RuleTrace>> trace = () -> Collections.unmodifiableList(latest(decision).trace(decision, facts, before));
        return before.isEmpty() ? OncePerTransaction.of(new Question("explain", decision, new HashMap<>(facts)), trace) : trace.get();
    }

    @Override
    public String version(String decision) {
        String id = OncePerTransaction.of(DeployedDecisions.class, this::inForce).get(decision);
        if (id == null) {
            throw new IllegalStateException("The decision " + decision + " is not deployed");
        }
        return id;
    }

    private DecisionModel latest(String decision) {
        return models.computeIfAbsent(version(decision), this::read);
    }

    /** Definition ids by key, all at once: whoever asks one decision asks another. */
    private Map<String, String> inForce() {
        return inEngine(repository -> repository.createDecisionDefinitionQuery().latestVersion().list()).stream()
                .collect(Collectors.toMap(DecisionDefinition::getKey, DecisionDefinition::getId));
    }

    private DecisionModel read(String id) {
        return inEngine(repository -> new DecisionModel(repository.getDecisionModel(id)));
    }

    private <T> T inEngine(Function<RepositoryService, T> question) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> question.apply(configuration.getRepositoryService())));
    }
}
