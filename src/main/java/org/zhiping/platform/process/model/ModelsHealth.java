package org.zhiping.platform.process.model;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** The engine answers and every process of the product can be started. */
@Component("modelsHealthIndicator")
class ModelsHealth implements HealthIndicator {

    private final RepositoryService repository;
    private final Set<String> needed = new TreeSet<>();

    ModelsHealth(RepositoryService repository) {
        this.repository = repository;
        ShippedModels.read().keySet().stream().filter(name -> name.endsWith(".bpmn"))
                .map(name -> name.substring(name.lastIndexOf('/') + 1, name.length() - ".bpmn".length())).forEach(needed::add);
    }

    @Override
    public Health health() {
        Set<String> missing = new TreeSet<>(needed);
        repository.createProcessDefinitionQuery().latestVersion().active().list().stream()
                .map(ProcessDefinition::getKey).forEach(missing::remove);
        return (missing.isEmpty() ? Health.up() : Health.down().withDetail("missing", missing)).build();
    }
}
