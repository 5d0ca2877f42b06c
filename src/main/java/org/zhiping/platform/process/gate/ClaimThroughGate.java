package org.zhiping.platform.process.gate;

import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Gives an open task to the person who asks, or back to the group. */
final class ClaimThroughGate extends ClaimTaskCmd {

    private final transient Gate gate;

    ClaimThroughGate(Gate gate, String taskId, String taker) {
        super(taskId, taker);
        this.gate = gate;
    }

    @Override
    public Void execute(CommandContext context) {
        gate.lock(taskId, userId);
        gate.open(taskId, context);
        return super.execute(context);
    }

    @Override
    protected void checkClaimTask(TaskEntity task, CommandContext context) {
        if (userId != null || !Gate.releasing()) {
            super.checkClaimTask(task, context);
        }
        gate.checkTaker(task, userId, context);
    }
}
