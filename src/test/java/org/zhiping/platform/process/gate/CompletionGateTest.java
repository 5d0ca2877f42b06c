package org.zhiping.platform.process.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.zhiping.TestDatabase;

@SpringBootTest(classes = GateProduct.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "zhiping.sample.enabled=false"})
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
class CompletionGateTest {

    @Autowired
    ProcessEngine engine;

    @Test
    void boots() {
        assertThat(engine.getTaskService()).isInstanceOf(GatedTaskService.class);
    }
}
