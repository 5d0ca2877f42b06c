package org.zhiping.platform.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhiping.identity.RoleGroups;
import org.zhiping.platform.process.FileDecisions;
import org.zhiping.platform.Language;
import org.zhiping.platform.process.StepNames;
import org.zhiping.platform.process.TestStepNames;

/** The models of the product keep every rule and fit the code, read from disk, with no engine and no Spring context. */
class ModelContractTest {

    private static final Map<String, byte[]> SHIPPED = ShippedModels.read();
    private static final Models MODELS = ModelReading.read(SHIPPED, problem -> { });

    @Test
    void theModelsKeepEveryRule() {
        Vocabulary vocabulary = Vocabulary.scan("org.zhiping", new RoleGroups().ids());
        assertThat(new ModelRules(vocabulary).check(SHIPPED)).isEmpty();
    }

    @Test
    void everyModelOnDiskIsShipped() {
        assertThat(SHIPPED.keySet()).containsAll(onDisk("bpmn", ".bpmn")).containsAll(onDisk("forms", ".form"))
                .containsAll(onDisk("dmn", ".dmn"));
        assertThat(MODELS.processes().keySet()).containsExactlyInAnyOrder("evaluation", "assessment", "exam-session", "panel-review");
    }

    @Test
    void everyPackHasTheDecisionsThatProcessesAskFor() {
        List<String> packs = Arrays.stream(folders(new File("standards")))
                .flatMap(standard -> Arrays.stream(folders(standard)).map(edition -> standard.getName() + "-" + edition.getName()))
                .toList();
        Set<String> asked = MODELS.processes().values().stream().flatMap(model -> model.process().all("bpmn:businessRuleTask"))
                .map(task -> DecisionReference.packBase(task.attribute("camunda:decisionRef"))).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        assertThat(packs).hasSizeGreaterThanOrEqualTo(2);
        assertThat(MODELS.decisions().keySet())
                .containsAll(packs.stream().flatMap(pack -> asked.stream().map(base -> base + "-" + pack)).toList());
    }

    @Test
    void everyFormBelongsToAUserTaskAndEveryStaffTaskHasAForm() {
        Set<String> tasks = MODELS.processes().values().stream().flatMap(BpmnModel::userTasks)
                .filter(task -> task.has("camunda:formRef")).map(XmlNode::id).collect(Collectors.toSet());
        assertThat(MODELS.forms().keySet()).isEqualTo(tasks);
    }

    @Test
    void everyUserTaskIsNamedInBothLanguages() {
        StepNames names = TestStepNames.create();
        MODELS.processes().values().stream().flatMap(BpmnModel::userTasks).forEach(task -> {
            assertThat(names.of(Language.CHINESE, task.id(), null)).as("step.%s", task.id()).isEqualTo(task.attribute("name"));
            assertThat(names.of(Language.ENGLISH, task.id(), null)).as("step.%s", task.id()).matches("[\\x20-\\x7e’]+").isNotEqualTo(task.id());
        });
    }

    @Test
    void everyWaitAsksForItsOwnRowOfTheDeadlines() {
        FileDecisions decisions = new FileDecisions();
        List<XmlNode> waits = MODELS.processes().values().stream().flatMap(BpmnModel::waits).toList();
        assertThat(waits).isNotEmpty().allSatisfy(wait -> {
            assertThat(decisions.single("deadlines", Map.of("step", wait.id()))).as(wait.id()).isNotEmpty();
            assertThat(wait.all().flatMap(node -> Stream.of(node.attribute("camunda:dueDate"), node.text()))
                    .filter(text -> text.startsWith("${deadlines."))).allMatch(text -> text.contains("('" + wait.id() + "',"));
        });
    }

    @Test
    void idsOfFlowsAreReadable() {
        assertThat(MODELS.processes().values().stream().flatMap(model -> model.process().all("bpmn:sequenceFlow")).map(XmlNode::id))
                .allMatch(BpmnRules::isKebab);
    }

    @Test
    void labelsAreChinese() {
        Stream<XmlNode> labelled = MODELS.processes().values().stream().flatMap(model -> model.process().all())
                .filter(node -> node.has("name") && !node.name.startsWith("camunda:"));
        assertThat(labelled.map(node -> node.attribute("name"))).isNotEmpty()
                .allMatch(name -> name.codePoints().anyMatch(Character::isIdeographic));
    }

    private static List<String> onDisk(String folder, String suffix) {
        return Arrays.stream(Objects.requireNonNull(new File(folder).list((dir, name) -> name.endsWith(suffix))))
                .map(name -> folder + "/" + name).toList();
    }

    private static File[] folders(File parent) {
        return Objects.requireNonNull(parent.listFiles(File::isDirectory));
    }
}
