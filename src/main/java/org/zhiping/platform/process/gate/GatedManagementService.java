package org.zhiping.platform.process.gate;

import java.util.Date;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.management.SetJobRetriesBuilderImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.SetJobRetriesBuilder;
import org.zhiping.platform.Texts;

/** The engine's management service, in which no person makes a timer come early or late: publicity and deadlines end when they end. */
final class GatedManagementService extends ManagementServiceImpl {

    private final Texts texts;

    GatedManagementService(ProcessEngineConfigurationImpl engine, Texts texts) {
        super(engine);
        this.texts = texts;
    }

    @Override
    public void executeJob(String jobId) {
        if (byAPerson() && commandExecutor.execute(context -> context.getJobManager().findJobById(jobId) instanceof TimerEntity timer
                && timer.getDuedate() != null && timer.getDuedate().after(ClockUtil.getCurrentTime()))) {
            throw refused();
        }
        super.executeJob(jobId);
    }

    @Override
    public SetJobRetriesBuilderImpl setJobRetries(int retries) {
        return new SetJobRetriesBuilderImpl(commandExecutor, retries) {
            @Override
            public SetJobRetriesBuilder dueDate(Date dueDate) {
                if (byAPerson()) {
                    throw refused();
                }
                return super.dueDate(dueDate);
            }
        };
    }

    private boolean byAPerson() {
        return commandExecutor.execute(context -> CommandFloor.byAPerson());
    }

    private AuthorizationException refused() {
        return new AuthorizationException(texts.of("refusal.never"));
    }
}
