package org.zhiping.platform.process.engine;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhiping.platform.TimeMoved;
import org.zhiping.platform.TimeOffset;
import org.zhiping.platform.process.Timers;

/** The engine has a clock of its own: it follows ours, from before its first job on. */
@Component
class EngineTime implements Timers {

    private final ObjectProvider<TimeOffset> offset;
    private final ObjectProvider<ProcessEngine> engine;
    private final Clock clock;

    EngineTime(ObjectProvider<TimeOffset> offset, ObjectProvider<ProcessEngine> engine, Clock clock) {
        this.offset = offset;
        this.engine = engine;
        this.clock = clock;
    }

    void set() {
        offset.ifAvailable(ours -> ClockUtil.offset(ours.ahead().toMillis()));
    }

    /** What has become due is done now, not when the engine looks again. */
    @EventListener
    void on(TimeMoved moved) {
        ClockUtil.offset(moved.ahead().toMillis());
        ((ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration()).getJobExecutor().jobWasAdded();
    }

    /** It belongs to the virtual machine, not to this engine. */
    @PreDestroy
    void forget() {
        ClockUtil.reset();
    }

    @Override
    public Optional<Instant> next() {
        return engine.getObject().getManagementService().createJobQuery().timers().active().withRetriesLeft()
                .duedateHigherThan(Date.from(clock.instant())).orderByJobDuedate().asc().listPage(0, 1).stream()
                .map(job -> job.getDuedate().toInstant()).findFirst();
    }
}
