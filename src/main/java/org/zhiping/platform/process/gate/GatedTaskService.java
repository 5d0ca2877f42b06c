package org.zhiping.platform.process.gate;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's task service with the gate in front of claiming, assigning and completing. */
final class GatedTaskService extends TaskServiceImpl {

    private final Gate gate;

    GatedTaskService(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void claim(String taskId, String person) {
        run(new ClaimThroughGate(gate, taskId, person));
    }

    /** Back to the group is a release; to oneself it is a claim, unless a team lead takes it from a colleague; to a colleague it is what a team lead may do. */
    @Override
    public void setAssignee(String taskId, String person) {
        run(context -> (person == null || Gate.isPresent(person) && !gate.takesOver(taskId, person, context) ? new ClaimThroughGate(gate, taskId, person)
                : new AssignThroughGate(gate, taskId, person)).execute(context));
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        run(new CompleteThroughGate(gate, taskId, variables, false, false));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(String taskId, Map<String, Object> variables, boolean deserialize) {
        return run(new CompleteThroughGate(gate, taskId, variables, true, deserialize));
    }

    private <T> T run(Command<T> command) {
        return Refusals.translate(() -> commandExecutor.execute(command));
    }
}
