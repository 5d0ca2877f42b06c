package org.zhiping.platform.process.gate;

import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The one process variable that completing a user task may set: the extension property {@code outcome} of the task names
 * it. Read while the model is parsed.
 */
final class DeclaredOutcome extends AbstractBpmnParseListener {

    private static final String PROPERTY = "outcome";

    @Override
    public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
        Element extensions = userTask.element("extensionElements");
        Element properties = extensions == null ? null : extensions.element("properties");
        if (properties != null) {
            properties.elements("property").stream().filter(property -> PROPERTY.equals(property.attribute("name")))
                    .forEach(property -> activity.setProperty(PROPERTY, property.attribute("value")));
        }
    }

    static Map<String, Object> variables(TaskEntity task, String outcome) {
        String variable = (String) task.getExecution().getActivity().getProperty(PROPERTY);
        if ((variable == null) != (outcome == null)) {
            throw new IllegalStateException("Task " + task.getTaskDefinitionKey() + " declares outcome " + variable
                    + ", but its handler answers " + outcome);
        }
        return variable == null ? Map.of() : Map.of(variable, outcome);
    }
}
