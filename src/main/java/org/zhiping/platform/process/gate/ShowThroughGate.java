package org.zhiping.platform.process.gate;

import java.util.Collection;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.VariableMap;

/** The values that a form shows: asked from its handler, stored nowhere. */
final class ShowThroughGate extends GetTaskFormVariablesCmd {

    private final transient Gate gate;

    ShowThroughGate(Gate gate, String taskId, Collection<String> names) {
        super(taskId, names, false);
        this.gate = gate;
    }

    @Override
    public VariableMap execute(CommandContext context) {
        var task = gate.open(resourceId, context);
        VariableMap variables = super.execute(context);
        PlainValues.typed(gate.show(task, context)).forEach((name, value) -> {
            if (formVariableNames == null || formVariableNames.contains(name)) {
                variables.put(name, value);
            }
        });
        return variables;
    }
}
