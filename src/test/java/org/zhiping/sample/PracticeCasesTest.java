package org.zhiping.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.ProductTest;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Round;
import org.zhiping.intake.Rounds;
import org.zhiping.page.PageReader;
import org.zhiping.platform.Refusal;

/** Whoever tries the sample finds cases to decide, each with papers that show what there is to find. */
@ProductTest
@TestPropertySource(properties = "zhiping.sample.enabled=true")
class PracticeCasesTest {

    @Autowired PracticeCases practice;
    @Autowired SampleInstitution sample;
    @Autowired Applications applications;
    @Autowired Rounds rounds;
    @Autowired RuntimeService runtime;
    @Autowired JdbcClient jdbc;
    @Autowired WebApplicationContext product;

    @Test
    void eachSetIsTenSubmittedCasesOfPeopleOfTheirOwn() {
        PracticeCases.PreparedSet first = practice.prepare();
        PracticeCases.PreparedSet second = practice.prepare();
        assertThat(first.cases()).hasSize(10).extracting(PracticeCases.Prepared::exercise)
                .containsOnlyElementsOf(Set.of("accept", "return-two", "escalate", "recuse-relative", "recuse-teacher"));
        assertThat(second.cases()).extracting(PracticeCases.Prepared::account).doesNotContainAnyElementsOf(
                first.cases().stream().map(PracticeCases.Prepared::account).toList());
        for (PracticeCases.Prepared one : first.cases()) {
            assertThat(applications.find(one.caseNumber()).status()).isEqualTo(ApplicationStatus.SUBMITTED);
            assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(one.caseNumber(), "evaluation").count()).isEqualTo(1);
        }
    }

    @Test
    void withoutAnOpenRoundNothingIsHandedInAndThePageSaysWhatToDo() {
        PageReader reader = new PageReader(product);
        List<Round> open = rounds.open().stream().filter(round -> round.standard().equals("all-media-operator")).toList();
        long before = jdbc.sql("select count(*) from application").query(Long.class).single();
        open.forEach(round -> opening(round, "CLOSED"));
        try {
            assertThatThrownBy(practice::prepare).isInstanceOf(Refusal.class);
            assertThat(reader.as("manager", post("/desk/practice-cases").with(csrf())).getContentAsString()).contains("没有开放中的全媒体运营师批次");
            assertThat(jdbc.sql("select count(*) from application").query(Long.class).single()).isEqualTo(before);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            open.forEach(round -> opening(round, "OPEN"));
        }
    }

    private void opening(Round round, String status) {
        jdbc.sql("update round set status = :status where number = :number").param("status", status).param("number", round.number()).update();
    }

    @Test
    void onlyThoseWhoPrepareMayAndTheAnswersAreThere() throws Exception {
        PageReader reader = new PageReader(product);
        assertThat(reader.as("approver", get("/desk/practice-cases")).getStatus()).isEqualTo(403);
        assertThat(reader.as("approver", post("/desk/practice-cases").with(csrf())).getStatus()).isEqualTo(403);
        assertThat(reader.as("applicant", post("/api/desk/practice-cases")).getStatus()).isEqualTo(403);
        assertThat(reader.as("acceptance-officer", get("/desk/practice-cases")).getContentAsString())
                .contains("退回两项材料", "身份证号码与申报不一致，工作年限证明没有盖章");
    }

    @Test
    void idNumbersAreValidAndTellDayAndSet() {
        assertThat(PracticeIds.of(LocalDate.of(1949, 12, 31), 2)).isEqualTo("11010519491231002X").hasSize(18);
    }
}
