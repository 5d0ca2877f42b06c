package org.zhiping.platform.process.gate;

import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;

/** Completes a task with nothing of what was submitted but the outcome that the gate gives back. */
final class CompleteThroughGate extends CompleteTaskCmd {

    private final transient Gate gate;

    CompleteThroughGate(Gate gate, String taskId, Map<String, Object> submitted, boolean returnVariables, boolean deserialize) {
        super(taskId, submitted, returnVariables, deserialize);
        this.gate = gate;
    }

    @Override
    public VariableMap execute(CommandContext context) {
        gate.lock(taskId);
        gate.open(taskId, context);
        return super.execute(context);
    }

    @Override
    protected void checkCompleteTask(TaskEntity task, CommandContext context) {
        super.checkCompleteTask(task, context);
        variables = gate.pass(task, variables, context);
    }
}
