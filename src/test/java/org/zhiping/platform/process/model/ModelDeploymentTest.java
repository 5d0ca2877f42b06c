package org.zhiping.platform.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhiping.TestDatabase;
import org.zhiping.platform.TestTexts;

/** Start-up and deployments by a process owner, on a plain engine and PostgreSQL. */
class ModelDeploymentTest {

    private ProcessEngine engine;
    private ModelDeployment deployment;

    @BeforeEach
    void startEngine() throws IOException {
        ModelProblems problems = new ModelProblems(TestTexts.create());
        ModelRules rules = new ModelRules(SoundModels.VOCABULARY);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("model-deployment-" + System.nanoTime());
        configuration.setDataSource(TestDatabase.withEngine());
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setMetricsEnabled(false);
        configuration.setCustomPreDeployers(List.of(new DeploymentGate(rules, problems)));
        engine = configuration.buildProcessEngine();
        deployment = new ModelDeployment(engine, rules, problems);
    }

    @AfterEach
    void stopEngine() {
        engine.close();
    }

    @Test
    void aSecondStartChangesNothing() {
        deployment.bringIn(SoundModels.all());
        deployment.bringIn(SoundModels.all());
        assertThat(repository().createDeploymentQuery().count()).isEqualTo(1);
    }

    @Test
    void onlyWhatHasChangedComesAnew() {
        deployment.bringIn(SoundModels.all());
        deployment.bringIn(SoundModels.changed("visit.bpmn", "开始走访", "出发"));
        assertThat(latest("visit").getVersion()).isEqualTo(2);
        assertThat(latest("second-visit").getVersion()).isEqualTo(1);
    }

    @Test
    void whatAProcessOwnerHasDeployedStays() {
        deployment.bringIn(SoundModels.all());
        asOwner(() -> deploy(only(SoundModels.changed("visit.bpmn", "开始走访", "上门"), "visit.bpmn")));
        deployment.bringIn(SoundModels.changed("visit.bpmn", "开始走访", "出发"));
        assertThat(latest("visit").getVersion()).isEqualTo(2);
        assertThat(repository().createDeploymentQuery().deploymentId(latest("visit").getDeploymentId()).singleResult().getSource()).isNull();
    }

    @Test
    void startUpFailsWithTheListOfProblems() {
        assertThatThrownBy(() -> deployment.bringIn(SoundModels.changed("visit.bpmn", "visits.begin", "visits.start")))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("visit.bpmn").hasMessageContaining("begin-visit");
        assertThat(repository().createDeploymentQuery().count()).isZero();
    }

    @Test
    void aProcessOwnerMayDeployOneModel() {
        deployment.bringIn(SoundModels.all());
        asOwner(() -> deploy(only(SoundModels.changed("judge.dmn", "60", "70"), "judge.dmn")));
        assertThat(repository().createDecisionDefinitionQuery().decisionDefinitionKey("judge-visits-2026").count()).isEqualTo(2);
    }

    @Test
    void aForbiddenModelIsRefusedWithAReportAndNothingStays() {
        deployment.bringIn(SoundModels.all());
        asOwner(() -> {
            ParseException refusal = catchThrowableOfType(ParseException.class, () -> deploy(only(SoundModels.changed("visit.bpmn",
                    "${visits.begin(visitNumber, 'now')}", "${''.getClass()}"), "visit.bpmn")));
            assertThat(refusal.getResorceReports()).singleElement().satisfies(report -> {
                assertThat(report.getResourceName()).isEqualTo("visit.bpmn");
                assertThat(report.getErrors()).singleElement().satisfies(problem -> {
                    assertThat(problem.getMainElementId()).isEqualTo("begin-visit");
                    assertThat(problem.getMessage()).contains("getClass");
                });
            });
        });
        assertThat(repository().createDeploymentQuery().count()).isEqualTo(1);
    }

    @Test
    void aPersonCannotPassForTheProgramOrATenant() {
        deployment.bringIn(SoundModels.all());
        Map<String, byte[]> judge = only(SoundModels.changed("judge.dmn", "60", "70"), "judge.dmn");
        asOwner(() -> {
            assertThatThrownBy(() -> builder(judge).source(ShippedModels.SOURCE).deploy()).isInstanceOf(ParseException.class);
            assertThatThrownBy(() -> builder(judge).tenantId("other").deploy()).isInstanceOf(ParseException.class);
        });
        assertThat(repository().createDeploymentQuery().count()).isEqualTo(1);
    }

    private void asOwner(Runnable act) {
        engine.getIdentityService().setAuthenticatedUserId("owner");
        act.run();
        engine.getIdentityService().clearAuthentication();
    }

    private void deploy(Map<String, byte[]> models) {
        builder(models).deploy();
    }

    private DeploymentBuilder builder(Map<String, byte[]> models) {
        DeploymentBuilder builder = repository().createDeployment().name("by hand");
        models.forEach((name, bytes) -> builder.addString(name, new String(bytes, StandardCharsets.UTF_8)));
        return builder;
    }

    private ProcessDefinition latest(String process) {
        return repository().createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult();
    }

    private RepositoryService repository() {
        return engine.getRepositoryService();
    }

    private static Map<String, byte[]> only(Map<String, byte[]> models, String name) {
        return Map.of(name, models.get(name));
    }
}
