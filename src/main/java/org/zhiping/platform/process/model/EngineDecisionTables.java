package org.zhiping.platform.process.model;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.DecisionTables;

/**
 * Deploys under a source of its own: at start {@link ModelDeployment} takes it for what a process owner has deployed, and
 * leaves it in force.
 */
@Component
class EngineDecisionTables implements DecisionTables {

    private static final String SOURCE = "zhiping-standard";

    private final ObjectProvider<ProcessEngine> engine;

    EngineDecisionTables(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    @Override
    public String deploy(String name, Map<String, byte[]> tables) {
        try {
            return inEngine(repository -> {
                DeploymentBuilder deployment = repository.createDeployment().name(name).source(SOURCE);
                tables.forEach((path, bytes) -> deployment.addInputStream(path, new ByteArrayInputStream(bytes)));
                return deployment.deploy().getId();
            });
        } catch (ParseException refused) {
            throw Refusal.invalid("", "pack-model", refused.getMessage(), name);
        }
    }

    @Override
    public void withdraw(String deployment) {
        inEngine(repository -> {
            if (repository.createDeploymentQuery().deploymentId(deployment).count() > 0) {
                repository.deleteDeployment(deployment);
            }
            return deployment;
        });
    }

    /** The desk has checked who may; in the engine nobody has a grant for it but those who deploy by its own API. */
    private <T> T inEngine(Function<RepositoryService, T> act) {
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> act.apply(configuration.getRepositoryService())));
    }
}
