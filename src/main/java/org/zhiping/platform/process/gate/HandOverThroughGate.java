package org.zhiping.platform.process.gate;

import java.util.Objects;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Puts an open task into other hands for a person who cannot or does not do it.
 *
 * @param to null for the people of its roles
 */
record HandOverThroughGate(Gate gate, String taskId, String to) implements Command<Void> {

    @Override
    public Void execute(CommandContext context) {
        gate.lock(taskId, to);
        TaskEntity task = gate.open(taskId, context);
        gate.checkHandOver(task, to, context);
        if (!Objects.equals(to, task.getAssignee())) {
            task.setAssignee(to);
            task.triggerUpdateEvent();
            task.logUserOperation(UserOperationLogEntry.OPERATION_TYPE_ASSIGN);
        }
        return null;
    }
}
