package org.zhiping.platform.process.gate;

import jakarta.annotation.PostConstruct;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;

/** One account per role, named as the role, and cases of the small process. */
public class GateCases {

    public static final String PASSWORD = "correct-horse-7";

    private final AtomicInteger number = new AtomicInteger();
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Accounts accounts;

    public GateCases(RepositoryService repository, RuntimeService runtime, TaskService tasks, Accounts accounts) {
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.accounts = accounts;
    }

    @PostConstruct
    void prepare() {
        for (Role role : Role.values()) {
            account(role.id(), role);
        }
        account("second-evaluator", Role.EVALUATOR);
        account("kin", Role.EVALUATOR);
        repository.createDeployment().addClasspathResource("gate/judging.bpmn").addClasspathResource("gate/judge-work.form").deploy();
    }

    public void account(String id, Role... roles) {
        accounts.create(id, "某人", "", Set.of(roles), PASSWORD, "test");
    }

    /** A new case at its first task, unclaimed. */
    public Task open() {
        String caseNumber = "ZP" + number.incrementAndGet();
        String instance = runtime.createProcessInstanceByKey("judging").businessKey(caseNumber).setVariable("caseNumber", caseNumber)
                .setVariable("applicant", "applicant").execute().getId();
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }
}
