package org.zhiping.casework;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationInstantiationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;

/**
 * Takes a running case back to a step of its own model. An event in the models would only serve cases that begin from now on; this
 * serves every case, whichever version of the model it runs on, and the engine's history keeps where it was.
 */
@Component
class StepBack {

    private static final String EVALUATION = "evaluation";

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final IdentityService identity;

    StepBack(@Lazy RuntimeService runtime, @Lazy RepositoryService repository, @Lazy TaskService tasks, @Lazy IdentityService identity) {
        this.runtime = runtime;
        this.repository = repository;
        this.tasks = tasks;
        this.identity = identity;
    }

    /** Whether a task of this case is open at this step. */
    boolean waitsAt(String caseNumber, String step) {
        return byTheProduct(() -> tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey(step).count() > 0);
    }

    /**
     * Ends whatever the case waits for and begins this step.
     *
     * @return account ids of those who had a task of it
     * @throws Refusal (CONFLICT) when somebody works on the case in this moment, or its model has no such step
     */
    Set<String> to(String caseNumber, String step) {
        return byTheProduct(() -> {
            ProcessInstance running = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber)
                    .processDefinitionKey(EVALUATION).singleResult();
            if (running == null || repository.getBpmnModelInstance(running.getProcessDefinitionId()).getModelElementById(step) == null) {
                throw Refusal.conflict("act-void-no-step", caseNumber);
            }
            Set<String> people = new LinkedHashSet<>();
            tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskAssigned().list().stream().map(Task::getAssignee).forEach(people::add);
            var change = runtime.createProcessInstanceModification(running.getId());
            ActivityInstance now = runtime.getActivityInstance(running.getId());
            ProcessInstanceModificationInstantiationBuilder begun = change.startBeforeActivity(step);
            Arrays.stream(now.getChildActivityInstances()).forEach(one -> begun.cancelActivityInstance(one.getId()));
            Arrays.stream(now.getChildTransitionInstances()).forEach(one -> begun.cancelTransitionInstance(one.getId()));
            execute(begun, caseNumber);
            return people;
        });
    }

    private static void execute(ProcessInstanceModificationInstantiationBuilder change, String caseNumber) {
        try {
            change.execute();
        } catch (OptimisticLockingException overtaken) {
            throw Refusal.conflict("case-overtaken", caseNumber);
        }
    }

    /** A session that was closed waits again at this step. */
    void reopenSession(String session, Map<String, Object> variables, String step) {
        byTheProduct(() -> runtime.createProcessInstanceByKey("exam-session").businessKey(session)
                .setVariables(variables).startBeforeActivity(step).execute());
    }

    /** Nobody may move a case by hand; what a team lead's decision brings about is the product's own act. */
    private <T> T byTheProduct(Supplier<T> act) {
        Authentication person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return act.get();
        } finally {
            identity.setAuthentication(person);
        }
    }
}
