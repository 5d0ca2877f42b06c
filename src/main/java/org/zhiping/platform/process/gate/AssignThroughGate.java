package org.zhiping.platform.process.gate;

import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** A team lead gives an open task to a colleague, whoever has it now. */
record AssignThroughGate(Gate gate, String taskId, String to) implements Command<Void> {

    @Override
    public Void execute(CommandContext context) {
        gate.lock(taskId, to);
        TaskEntity task = gate.open(taskId, context);
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkTaskWork(task));
        gate.checkAssignment(task, to, context);
        if (!to.equals(task.getAssignee())) {
            task.setAssignee(to);
            task.triggerUpdateEvent();
            task.logUserOperation(UserOperationLogEntry.OPERATION_TYPE_ASSIGN);
        }
        return null;
    }
}
