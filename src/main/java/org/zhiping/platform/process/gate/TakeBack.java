package org.zhiping.platform.process.gate;

import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Gives a task back to its role in somebody's place who must stand aside; false where it has no role to go back to. */
record TakeBack(Gate gate, String taskId) implements Command<Boolean> {

    @Override
    public Boolean execute(CommandContext context) {
        gate.lock(taskId);
        TaskEntity task = gate.open(taskId, context);
        if (task.getCandidates().isEmpty()) {
            return false;
        }
        task.setAssignee(null);
        task.triggerUpdateEvent();
        task.logUserOperation(UserOperationLogEntry.OPERATION_TYPE_ASSIGN);
        return true;
    }
}
