package org.zhiping.platform.process.gate;

import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's form service: a submitted form is a completion, and what a form shows comes from its handler. */
final class GatedFormService extends FormServiceImpl {

    private final Gate gate;

    GatedFormService(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> values) {
        Refusals.translate(() -> commandExecutor.execute(new CompleteThroughGate(gate, taskId, values, false, false)));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(String taskId, Map<String, Object> values, boolean deserialize) {
        return Refusals.translate(() -> commandExecutor.execute(new CompleteThroughGate(gate, taskId, values, true, deserialize)));
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
        return Refusals.translate(() -> commandExecutor.execute(new ShowThroughGate(gate, taskId, names)));
    }
}
