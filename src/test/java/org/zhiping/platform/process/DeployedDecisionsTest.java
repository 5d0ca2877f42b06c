package org.zhiping.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhiping.ProductTest;

/** Questions go to the tables in force, whoever asks, and leave nothing behind. */
@ProductTest
class DeployedDecisionsTest {

    private static final Map<String, Object> FACTS = Map.of("level", "LEVEL_4", "totalYears", 5, "totalYearsPossible", 5);

    @Autowired Decisions decisions;
    @Autowired HistoryService history;
    @Autowired IdentityService identity;
    @Autowired RepositoryService repository;

    @AfterEach
    void signOut() {
        identity.clearAuthentication();
    }

    @Test
    void everyTableOfThisRepositoryIsInForceAtStart() {
        new FileDecisions().names().forEach(name -> assertThat(decisions.explain(name, Map.of())).as(name).isNotEmpty());
    }

    @Test
    void askingWritesNoHistory() {
        long before = history.createHistoricDecisionInstanceQuery().count();
        assertThat(decisions.single("eligibility-all-media-operator-2023", FACTS)).containsEntry("outcome", "eligible");
        assertThat(decisions.all("eligibility-conditions-all-media-operator-2023", FACTS))
                .containsExactly(Map.of("condition", "L4-1", "clause", "1.9.1 四级(1)", "outcome", "eligible"));
        assertThat(history.createHistoricDecisionInstanceQuery().count()).isEqualTo(before);
    }

    @Test
    void aPersonWithoutRightsInTheEngineGetsTheSameAnswer() {
        identity.setAuthentication("somebody", List.of());

        assertThat(decisions.single("eligibility-all-media-operator-2023", FACTS)).containsEntry("outcome", "eligible");
    }

    @Test
    void whatAProcessOwnerDeploysCountsAtOnce() throws Exception {
        assertThat(decisions.single("panel-aggregation", Map.of("appointed", 3, "submitted", 2))).containsEntry("outcome", "incomplete");
        String changed = Files.readString(Path.of("dmn/panel-aggregation.dmn"), StandardCharsets.UTF_8)
                .replace("&gt;= facts.appointed", "&gt;= 2").replace("&lt; facts.appointed", "&lt; 2");

        Deployment deployment = repository.createDeployment().name("two are enough").addString("dmn/panel-aggregation.dmn", changed).deploy();
        try {
            assertThat(decisions.single("panel-aggregation", Map.of("appointed", 3, "submitted", 2))).containsEntry("outcome", "complete");
        } finally {
            repository.deleteDeployment(deployment.getId());
        }
    }

    @Test
    void anUnknownDecisionIsNamed() {
        assertThatIllegalStateException().isThrownBy(() -> decisions.single("no-such-decision", Map.of()))
                .withMessage("The decision no-such-decision is not deployed");
    }
}
