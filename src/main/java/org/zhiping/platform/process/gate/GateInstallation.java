package org.zhiping.platform.process.gate;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Texts;

/** Puts the gate into the engine. */
@Component
@Order(Ordering.DEFAULT_ORDER + 2)
class GateInstallation extends AbstractCamundaConfiguration {

    private final Gate gate;
    private final Texts texts;

    GateInstallation(Gate gate, Texts texts) {
        this.gate = gate;
        this.texts = texts;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setTaskService(new GatedTaskService(gate));
        engine.setFormService(new GatedFormService(gate));
        engine.setManagementService(new GatedManagementService(engine, texts));
        engine.setCustomPostCommandInterceptorsTxRequired(List.of(new CommandFloor(texts)));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(List.of(new CommandFloor(texts)));
        if (engine.getCustomPostBPMNParseListeners() == null) {
            engine.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        engine.getCustomPostBPMNParseListeners().add(new DeclaredOutcome());
    }
}
