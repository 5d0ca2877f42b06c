package org.zhiping.platform.process.gate;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.zhiping.platform.process.Directory;
import org.zhiping.platform.process.Tasks;

/** Tasks as the engine has them. */
@Component
class EngineTasks implements Tasks {

    private static final int MOST = 500;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final CommandExecutor commands;
    private final Directory directory;
    private final Gate gate;
    private final TaskForms forms;

    EngineTasks(TaskService tasks, RuntimeService runtime, IdentityService identity,
                @Qualifier("commandExecutorTxRequired") CommandExecutor commands, Directory directory, Gate gate, TaskForms forms) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
        this.commands = commands;
        this.directory = directory;
        this.gate = gate;
        this.forms = forms;
    }

    @Override
    public List<Item> mine(String person) {
        return list(tasks.createTaskQuery().taskAssignee(person));
    }

    @Override
    public List<Item> claimable(String person) {
        List<String> roles = directory.roles(person);
        return roles.isEmpty() ? List.of() : list(tasks.createTaskQuery().taskUnassigned().taskCandidateGroupIn(roles));
    }

    @Override
    public Optional<Item> find(String taskId) {
        return list(tasks.createTaskQuery().taskId(taskId)).stream().findFirst();
    }

    @Override
    public Optional<Item> find(String taskId, String person) {
        return as(person, () -> find(taskId));
    }

    @Override
    public List<Item> of(String businessKey) {
        return list(tasks.createTaskQuery().processInstanceBusinessKey(businessKey));
    }

    @Override
    public List<Late> late(Instant now, int most) {
        Set<String> taken = tasks.createTaskQuery().dueBefore(Date.from(now)).taskAssigned().withCandidateGroups().includeAssignedTasks()
                .list().stream().map(Task::getId).collect(Collectors.toSet());
        return items(tasks.createTaskQuery().dueBefore(Date.from(now)).orderByDueDate().asc().listPage(0, most)).stream()
                .map(item -> new Late(item, taken.contains(item.id()))).toList();
    }

    @Override
    public void claim(String taskId, String person) {
        as(person, () -> {
            tasks.claim(taskId, person);
            return null;
        });
    }

    @Override
    public void assign(String taskId, String lead, String to) {
        as(lead, () -> {
            tasks.setAssignee(taskId, Objects.requireNonNull(to));
            return null;
        });
    }

    @Override
    public void handOver(String taskId, String by, String to) {
        as(by, by == null ? List.of() : directory.roles(by),
                () -> Refusals.translate(() -> commands.execute(new HandOverThroughGate(gate, taskId, to))));
    }

    @Override
    public void unclaim(String taskId, String person) {
        as(person, () -> {
            tasks.setAssignee(taskId, null);
            return null;
        });
    }

    @Override
    public void holdOff(String person) {
        gate.holdOff(person);
    }

    @Override
    public boolean takeBack(String taskId, String by) {
        return as(by, () -> Refusals.translate(() -> commands.execute(new TakeBack(gate, taskId))));
    }

    @Override
    public Form form(String taskId, String person) {
        ReadForm.Content content = as(person, () -> Refusals.translate(() -> commands.execute(new ReadForm(gate, forms, taskId))));
        return new Form(item(content.task(), content.businessKey()), content.schema(), content.shown());
    }

    @Override
    public Item own(String taskId, String person) {
        return as(person, () -> Refusals.translate(() -> commands.execute(context -> {
            TaskEntity task = gate.own(taskId, context);
            return item(task, task.getProcessInstance().getBusinessKey());
        })));
    }

    @Override
    public void complete(String taskId, String person, Map<String, Object> values) {
        as(person, () -> {
            tasks.complete(taskId, values);
            return null;
        });
    }

    @Override
    public void completeFor(String businessKey, String taskKey, String person) {
        Refusals.translate(() -> commands.execute(new CompleteWithoutForm(forms, businessKey, taskKey, person)));
    }

    /** The engine's log names the person; authorization and the gate judge by them. */
    private <T> T as(String person, Supplier<T> act) {
        return as(person, directory.roles(person), act);
    }

    private <T> T as(String person, List<String> roles, Supplier<T> act) {
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthentication(person, roles);
        try {
            return act.get();
        } finally {
            identity.setAuthentication(before);
        }
    }

    private List<Item> list(TaskQuery query) {
        return items(query.orderByTaskCreateTime().asc().listPage(0, MOST));
    }

    private List<Item> items(List<Task> found) {
        Set<String> instances = found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return List.of();
        }
        Map<String, ProcessInstance> byId = runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
        return found.stream().filter(task -> byId.containsKey(task.getProcessInstanceId()))
                .map(task -> item(task, byId.get(task.getProcessInstanceId()).getBusinessKey())).toList();
    }

    private static Item item(Task task, String businessKey) {
        return new Item(task.getId(), task.getTaskDefinitionKey(), task.getName(), businessKey, task.getAssignee(),
                instant(task.getCreateTime()), instant(task.getDueDate()));
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
