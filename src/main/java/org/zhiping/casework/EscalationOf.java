package org.zhiping.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

/** When the timer at this wait fires for the second time; the engine's services do not tell it before the first. */
record EscalationOf(String executionId) implements Command<Optional<Instant>> {

    @Override
    public Optional<Instant> execute(CommandContext context) {
        return context.getJobManager().findTimersByExecutionId(executionId).stream().map(TimerEntity::getRepeat)
                .filter(repeat -> repeat != null).findFirst().map(repeat -> repeat.split("/"))
                .map(parts -> Instant.parse(parts[1]).plus(Duration.parse(parts[2])));
    }
}
