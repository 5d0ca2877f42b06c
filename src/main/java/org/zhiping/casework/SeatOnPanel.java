package org.zhiping.casework;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhiping.exam.PanelMemberReplaced;
import org.zhiping.platform.Refusal;

/** The open scoring task of a panel member who was replaced becomes that of the successor, in the transaction of the replacement. */
@Component
class SeatOnPanel {

    private record Take(String taskId, String successor) implements Command<Void> {

        @Override
        public Void execute(CommandContext context) {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            task.getExecution().setVariable("member", successor);
            task.setAssignee(successor);
            task.triggerUpdateEvent();
            return null;
        }
    }

    private final TaskService tasks;
    private final CommandExecutor commands;

    SeatOnPanel(TaskService tasks, @Qualifier("commandExecutorTxRequired") CommandExecutor commands) {
        this.tasks = tasks;
        this.commands = commands;
    }

    @EventListener
    void on(PanelMemberReplaced event) {
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(event.caseNumber()).taskDefinitionKey("score-candidate")
                .taskAssignee(event.leaving()).processVariableValueEquals("part", event.part()).singleResult();
        if (task == null) {
            throw Refusal.conflict("panel-state", event.caseNumber());
        }
        commands.execute(new Take(task.getId(), event.successor()));
    }
}
