package org.zhiping.platform.process.model;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Brings the models of the program into the engine before the first request: only what has changed in the program since
 * it deployed last, and nothing that a process owner has deployed after that. Theirs stays in force and the log says so.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);

    private final ProcessEngine engine;
    private final ModelRules rules;
    private final ModelProblems problems;

    ModelDeployment(ProcessEngine engine, ModelRules rules, ModelProblems problems) {
        this.engine = engine;
        this.rules = rules;
        this.problems = problems;
    }

    @Override
    public void afterSingletonsInstantiated() {
        bringIn(ShippedModels.read());
    }

    void bringIn(Map<String, byte[]> shipped) {
        List<ModelProblem> found = rules.check(shipped);
        if (!found.isEmpty()) {
            throw new IllegalStateException(problems.list(found));
        }
        Map<String, byte[]> ours = asked(inForce -> notOvertaken(shipped, inForce));
        if (!ours.isEmpty()) {
            deploy(ours);
        }
        if (ours.size() < shipped.size()) {
            checkWhatStays();
        }
    }

    private void deploy(Map<String, byte[]> models) {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment()
                .name(ShippedModels.SOURCE).source(ShippedModels.SOURCE).enableDuplicateFiltering(true);
        models.forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
        deployment.deploy();
    }

    private void checkWhatStays() {
        List<ModelProblem> found = rules.check(asked(ModelsInForce::all));
        if (!found.isEmpty()) {
            LOG.error("Models that a process owner has deployed do not fit this version of the program. {}", problems.list(found));
        }
    }

    private <T> T asked(Function<ModelsInForce, T> question) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
                .execute(context -> question.apply(new ModelsInForce(context)));
    }

    private static Map<String, byte[]> notOvertaken(Map<String, byte[]> shipped, ModelsInForce inForce) {
        Map<String, byte[]> ours = new TreeMap<>(shipped);
        ours.entrySet().removeIf(model -> overtaken(model.getKey(), model.getValue(), inForce));
        return ours;
    }

    private static boolean overtaken(String resource, byte[] bytes, ModelsInForce inForce) {
        List<ResourceDefinition> theirs = inForce.under(resource, bytes).stream()
                .filter(definition -> !inForce.cameFrom(ShippedModels.SOURCE, definition)).toList();
        theirs.stream().filter(definition -> !Arrays.equals(bytes, inForce.bytes(definition)))
                .forEach(definition -> LOG.warn("Keeping {} version {} from deployment {} of a process owner; {} of the program is not in force",
                        definition.getKey(), definition.getVersion(), definition.getDeploymentId(), resource));
        return !theirs.isEmpty();
    }
}
