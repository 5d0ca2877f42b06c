package org.zhiping.platform.process.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;
import org.camunda.bpm.engine.repository.ResourceDefinition;

/** The latest version of every model in the engine. Asked inside a command, so that a deployment sees what it comes on top of. */
final class ModelsInForce {

    private final CommandContext context;

    ModelsInForce(CommandContext context) {
        this.context = context;
    }

    /** All of them; a resource's name is led by the id of its deployment, for names repeat. */
    Map<String, byte[]> all() {
        Map<String, byte[]> resources = new LinkedHashMap<>();
        var repository = context.getProcessEngineConfiguration().getRepositoryService();
        Stream.concat(repository.createProcessDefinitionQuery().latestVersion().list().stream(),
                repository.createDecisionDefinitionQuery().latestVersion().list().stream())
                .forEach(definition -> resources.put(name(definition), bytes(definition)));
        ModelReading.read(resources, ignored -> { }).processes().values().stream().flatMap(BpmnModel::userTasks)
                .flatMap(task -> latest("form", task.attribute("camunda:formRef")).stream())
                .forEach(form -> resources.put(name(form), bytes(form)));
        return resources;
    }

    /** The definitions in force under the ids that this resource defines. */
    List<ResourceDefinition> under(String resource, byte[] content) {
        Models models = ModelReading.read(Map.of(resource, content), ignored -> { });
        return Stream.of(models.processes(), models.decisions(), models.forms()).flatMap(map -> map.keySet().stream())
                .flatMap(id -> latest(ModelFile.suffix(resource), id).stream()).toList();
    }

    byte[] bytes(ResourceDefinition definition) {
        return context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), definition.getResourceName()).getBytes();
    }

    boolean cameFrom(String source, ResourceDefinition definition) {
        return Objects.equals(source, context.getDeploymentManager().findDeploymentById(definition.getDeploymentId()).getSource());
    }

    private Optional<ResourceDefinition> latest(String suffix, String id) {
        ResourceDefinitionEntity<?> definition = switch (suffix) {
            case "bpmn" -> context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(id);
            case "dmn" -> context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(id);
            default -> context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(id);
        };
        return Optional.ofNullable(definition);
    }

    private static String name(ResourceDefinition definition) {
        return definition.getDeploymentId() + "/" + definition.getResourceName();
    }
}
