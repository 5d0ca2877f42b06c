package org.zhiping.platform.process.gate;

import java.util.List;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.zhiping.platform.Refusal;

/**
 * The product itself completes a task that has no form, because the person it belongs to has done in the portal what the
 * task asks for.
 */
record CompleteWithoutForm(TaskForms forms, String businessKey, String taskKey, String person) implements Command<Void> {

    @Override
    public Void execute(CommandContext context) {
        return context.runWithoutAuthorization(() -> {
            List<Task> open = context.getProcessEngineConfiguration().getTaskService().createTaskQuery()
                    .processInstanceBusinessKey(businessKey).taskDefinitionKey(taskKey)
                    .taskAssignee(person).list();
            if (open.isEmpty()) {
                throw new GateRefusal(Refusal.conflict("task-not-open"));
            }
            TaskEntity task = context.getTaskManager().findTaskById(open.get(0).getId());
            if (!forms.formless(task)) {
                throw new IllegalStateException("Task " + taskKey + " has a form and is completed through it");
            }
            new CompleteTaskCmd(task.getId(), null).execute(context);
            return null;
        });
    }
}
