package org.zhiping.platform.process.gate;

import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/** A task's form and what it shows, for those who may read the task. */
record ReadForm(Gate gate, TaskForms forms, String taskId) implements Command<ReadForm.Content> {

    record Content(Task task, String businessKey, String schema, Map<String, Object> shown) {
    }

    @Override
    public Content execute(CommandContext context) {
        TaskEntity task = gate.open(taskId, context);
        for (CommandChecker checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
            checker.checkReadTaskVariable(task);
        }
        return Gate.refusable(context, () -> new Content(task, task.getProcessInstance().getBusinessKey(), forms.json(task, context),
                gate.show(task, context)));
    }
}
