package org.zhiping.platform.process.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiping.platform.process.CandidateGroups;

/** Puts the rules for models in front of the engine's deployers. */
@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

    @Bean
    ModelRules modelRules(CandidateGroups groups) {
        return new ModelRules(Vocabulary.scan("org.zhiping", groups.ids()));
    }

    @Bean
    AbstractCamundaConfiguration deploymentGate(ModelRules rules, ModelProblems problems) {
        return new AbstractCamundaConfiguration() {
            @Override
            public void preInit(SpringProcessEngineConfiguration configuration) {
                configuration.setCustomPreDeployers(withGate(configuration, new DeploymentGate(rules, problems)));
            }
        };
    }

    private static List<Deployer> withGate(ProcessEngineConfigurationImpl configuration, Deployer gate) {
        List<Deployer> deployers = new ArrayList<>(Optional.ofNullable(configuration.getCustomPreDeployers()).orElse(List.of()));
        deployers.add(gate);
        return deployers;
    }
}
