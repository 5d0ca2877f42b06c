package org.zhiping.platform.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.zhiping.ProductTest;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;

/** What Camunda Modeler does when a process owner deploys, and what it is told. */
@ProductTest
class DeploymentOverRestTest {

    private static final String PASSWORD = "Deploys-models-2026";
    private static final Map<String, byte[]> SHIPPED = ShippedModels.read();

    @Autowired
    private TestRestTemplate client;
    @Autowired
    private Accounts accounts;
    @Autowired
    private RepositoryService repository;

    @BeforeEach
    void createAccounts() {
        if (accounts.find("model-owner").isEmpty()) {
            accounts.create("model-owner", "流程管理员", "本机构", Set.of(Role.PROCESS_OWNER), PASSWORD, "test");
            accounts.create("model-reader", "批准人", "本机构", Set.of(Role.APPROVER), PASSWORD, "test");
        }
    }

    @AfterEach
    void removeWhatWasDeployed() {
        repository.createDeploymentQuery().deploymentName("by hand").list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId()));
    }

    @Test
    void aSoundModelIsDeployed() {
        ResponseEntity<String> answer = deploy("model-owner", "panel-review.bpmn",
                text("bpmn/panel-review.bpmn").replace("组建评审委员会", "组成评审委员会"));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody()).contains("panel-review:2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "${reviews.accept(caseNumber)}     | ${''.getClass()}                  | 不允许的表达式",
        "${reviews.accept(caseNumber)}     | ${runtimeService.accept(caseNumber)} | 没有名为 runtimeService 的流程 Bean",
        "camunda:expression=               | camunda:class=                    | 不得使用属性 camunda:class",
        "bpmn:serviceTask                  | bpmn:scriptTask                   | 中不得使用 bpmn:scriptTask"})
    void aForbiddenModelIsRefusedInChinese(String text, String replacement, String reason) {
        ResponseEntity<String> answer = deploy("model-owner", "evaluation.bpmn", text("bpmn/evaluation.bpmn").replace(text, replacement));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("ParseException").contains("evaluation.bpmn").contains(reason);
    }

    @Test
    void nobodyElseDeploys() {
        assertThat(deploy("model-reader", "panel-review.bpmn", text("bpmn/panel-review.bpmn")).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    private ResponseEntity<String> deploy(String person, String name, String content) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("deployment-name", "by hand");
        parts.add("deployment-source", "Camunda Modeler");
        parts.add("data", new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        return client.withBasicAuth(person, PASSWORD).postForEntity("/engine-rest/deployment/create", parts, String.class);
    }

    private static String text(String resource) {
        return new String(SHIPPED.get(resource), StandardCharsets.UTF_8);
    }
}
