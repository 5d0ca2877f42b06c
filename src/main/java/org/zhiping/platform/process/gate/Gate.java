package org.zhiping.platform.process.gate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Directory;
import org.zhiping.platform.process.FormCompleted;
import org.zhiping.platform.process.FormHandler;
import org.zhiping.platform.process.FormTask;
import org.zhiping.platform.process.SeparationOfDuties;

/**
 * The one gate that every claim, assignment and completion passes, whichever client asks. It runs inside the engine's
 * command: after the engine's own authorization, before anything is written, in the transaction of the completion.
 */
@Component
class Gate {

    private static final String RELEASES_TASKS = "manager";
    private static final String LEADS = "team-lead";
    /** One of them is in every instance. */
    private static final List<String> KEYS = List.of("caseNumber", "sessionNumber");

    private final TaskForms forms;
    private final FormHandlers handlers;
    private final ObjectProvider<SeparationOfDuties> duties;
    private final Directory directory;
    private final LostTasks lost;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Gate(TaskForms forms, FormHandlers handlers, ObjectProvider<SeparationOfDuties> duties, Directory directory, LostTasks lost,
         JdbcClient jdbc, ApplicationEventPublisher events) {
        this.events = events;
        this.directory = directory;
        this.lost = lost;
        this.jdbc = jdbc;
        this.forms = forms;
        this.handlers = handlers;
        this.duties = duties;
    }

    TaskEntity open(String taskId, CommandContext context) {
        TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        if (task == null) {
            throw new GateRefusal(lost.ended(taskId, context));
        }
        return task;
    }

    /** An open task of the present person. */
    TaskEntity own(String taskId, CommandContext context) {
        TaskEntity task = open(taskId, context);
        refusable(context, () -> {
            checkAssignee(task, person(), context);
            return null;
        });
        return task;
    }

    /**
     * Of several who act on one task in the same moment, the others wait here and then find it changed. The task's row
     * stays free: whoever ends the case holds the case, and then deletes that row.
     */
    void lock(String taskId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 0))").param("id", taskId).query().listOfRows();
    }

    /** The same where the task comes to somebody: whether they may have it is asked once nobody is taking their work from them any more. */
    void lock(String taskId, String taker) {
        if (taker == null) {
            lock(taskId);
            return;
        }
        jdbc.sql("""
                select pg_advisory_xact_lock_shared(hashtextextended('taker ' || :taker, 0)), pg_advisory_xact_lock(hashtextextended(:id, 0))
                """).param("taker", taker).param("id", taskId).query().listOfRows();
    }

    /** Until the transaction ends this person gets no task; those that they are getting are theirs when this returns. Before any {@link #lock}. */
    void holdOff(String person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('taker ' || :person, 0))").param("person", person).query().listOfRows();
    }

    /** @return the process variables that the completion sets: the declared outcome, or none */
    Map<String, Object> pass(TaskEntity task, Map<String, Object> submitted, CommandContext context) {
        return refusable(context, () -> {
            String person = person();
            checkAssignee(task, person, context);
            checkRole(task);
            forms.checkForm(task);
            FormTask formTask = formTask(task, person);
            FormHandler handler = handlers.of(formTask.key());
            var form = forms.definition(task, context);
            duties.getObject().check(formTask, person);
            Map<String, Object> values = forms.schema(form, context).accept(PlainValues.of(submitted), handler.show(formTask));
            String outcome = handler.complete(formTask, values);
            duties.getObject().record(formTask, person);
            var model = task.getProcessInstance().getProcessDefinition();
            events.publishEvent(new FormCompleted(formTask, person, groups(task), outcome, form.getVersion(), model.getKey(), model.getVersion()));
            return DeclaredOutcome.variables(task, outcome);
        });
    }

    /** A role that was taken away takes with it what was claimed or given before, which the engine still lets its person do. */
    private void checkRole(TaskEntity task) {
        List<String> groups = groups(task);
        boolean has = groups.isEmpty() ? directory.roleOf(task.getTaskDefinitionKey()).map(Gate::holds).orElse(true) : groups.stream().anyMatch(Gate::holds);
        if (!has) {
            throw Refusal.forbidden("task-role-lost");
        }
    }

    /** As the model names them, which asks no table. */
    private static List<String> groups(TaskEntity task) {
        return task.getTaskDefinition().getCandidateGroupIdExpressions().stream().map(Expression::getExpressionText).toList();
    }

    /** Before a person takes a task for themselves, or gives it back ({@code taker} is null). */
    void checkTaker(TaskEntity task, String taker, CommandContext context) {
        refusable(context, () -> {
            String person = person();
            forms.checkForm(task);
            if (taker == null) {
                checkRelease(task, person);
            } else {
                checkClaim(task, taker, person, context);
            }
            return null;
        });
    }

    private void checkClaim(TaskEntity task, String taker, String person, CommandContext context) {
        if (!person.equals(taker)) {
            throw Refusal.forbidden("task-for-oneself");
        }
        if (task.getAssignee() != null && !taker.equals(task.getAssignee())) {
            throw lost.held(task, context);
        }
        checkRole(task);
        duties.getObject().check(formTask(task, taker), taker);
    }

    /** True when a colleague has the task and a team lead assigns it to themselves: the same act as giving it to somebody else. */
    boolean takesOver(String taskId, String person, CommandContext context) {
        if (!holds(LEADS)) {
            return false;
        }
        lock(taskId, person);
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        return task != null && task.getAssignee() != null && !task.getAssignee().equals(person);
    }

    /** Before a team lead gives the task to a colleague, or takes it from one: both have the role that it is offered to. */
    void checkAssignment(TaskEntity task, String to, CommandContext context) {
        refusable(context, () -> {
            String lead = person();
            forms.checkForm(task);
            checkRunning(task);
            if (!holds(LEADS)) {
                throw Refusal.forbidden("task-for-oneself");
            }
            Set<String> roles = roles(task);
            if (roles.isEmpty()) {
                throw Refusal.forbidden("task-personal");
            }
            if (roles.stream().noneMatch(Gate::holds)) {
                throw Refusal.forbidden("task-not-led");
            }
            duties.getObject().checkGiver(formTask(task, lead), lead);
            if (directory.roles(to).stream().noneMatch(role -> roles.contains(role) && holds(role))) {
                throw Refusal.invalid("to", "assignee-without-role");
            }
            duties.getObject().check(formTask(task, to), to);
            return null;
        });
    }

    /** Before a task is put into other hands for its person; {@code to} is null for the people of its roles. */
    void checkHandOver(TaskEntity task, String to, CommandContext context) {
        refusable(context, () -> {
            checkRunning(task);
            Set<String> roles = roles(task);
            if (roles.isEmpty()) {
                throw Refusal.forbidden("task-personal");
            }
            String by = current() == null ? null : current().getUserId();
            if (by != null && !by.equals(to)) {
                duties.getObject().checkGiver(formTask(task, by), by);
            }
            if (to != null) {
                if (directory.roles(to).stream().noneMatch(roles::contains)) {
                    throw Refusal.invalid("to", "assignee-without-role");
                }
                duties.getObject().check(formTask(task, to), to);
            }
            return null;
        });
    }

    /** Only a task of a group can go back; one that was meant for this person would belong to nobody. */
    private void checkRelease(TaskEntity task, String person) {
        if (task.getAssignee() != null && !person.equals(task.getAssignee())) {
            if (!releasing()) {
                throw Refusal.forbidden("task-of-another");
            }
            duties.getObject().checkGiver(formTask(task, person), person);
        }
        if (task.getCandidates().isEmpty()) {
            throw Refusal.forbidden("task-personal");
        }
    }

    /** A manager may give back the task of somebody who is absent. */
    static boolean releasing() {
        return holds(RELEASES_TASKS);
    }

    private static boolean holds(String role) {
        Authentication current = current();
        return current != null && current.getGroupIds() != null && current.getGroupIds().contains(role);
    }

    static boolean isPresent(String person) {
        Authentication current = current();
        return current != null && person.equals(current.getUserId());
    }

    Map<String, Object> show(TaskEntity task, CommandContext context) {
        return refusable(context, () -> {
            if (forms.formless(task)) {
                return Map.of();
            }
            checkReader(task);
            return handlers.of(task.getTaskDefinitionKey()).show(formTask(task, task.getAssignee()));
        });
    }

    /** Whoever only watches where tasks stand, as a manager does, reads no case in their forms. */
    private void checkReader(TaskEntity task) {
        Authentication reader = current();
        if (reader == null || reader.getUserId() == null || reader.getUserId().equals(task.getAssignee())) {
            return;
        }
        if (roles(task).stream().noneMatch(Gate::holds)) {
            throw Refusal.forbidden("task-form-closed");
        }
        duties.getObject().checkReader(formTask(task, reader.getUserId()), reader.getUserId());
    }

    private static Set<String> roles(TaskEntity task) {
        return task.getCandidates().stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private void checkAssignee(TaskEntity task, String person, CommandContext context) {
        checkRunning(task);
        if (task.getAssignee() == null) {
            // Whoever must keep out hears that, and is not asked to claim what is another's to claim.
            if (!groups(task).isEmpty()) {
                duties.getObject().check(formTask(task, person), person);
            }
            throw Refusal.invalid("", "task-unclaimed");
        }
        if (!task.getAssignee().equals(person)) {
            throw lost.held(task, context);
        }
    }

    private static void checkRunning(TaskEntity task) {
        if (task.isSuspended()) {
            throw Refusal.conflict("task-suspended");
        }
    }

    /** A task and its variables are read one after the other: whoever finds nothing there any more, or half of it, is told what ended it. */
    private FormTask formTask(TaskEntity task, String person) {
        FormTask read = null;
        try {
            String businessKey = task.getProcessInstance().getBusinessKey();
            read = new FormTask(task.getId(), task.getTaskDefinitionKey(), businessKey, PlainValues.texts(task.getVariables()), person);
        } catch (NullPointerException half) {
            // The engine looks for the rest of what it has begun to read.
            if (isOpen(task.getId())) {
                throw half;
            }
        }
        if (read == null || KEYS.stream().noneMatch(read.variables()::containsKey) && !isOpen(task.getId())) {
            throw lost.ended(task.getId(), Context.getCommandContext());
        }
        return read;
    }

    private boolean isOpen(String taskId) {
        return jdbc.sql("select exists (select 1 from act_ru_task where id_ = :id)").param("id", taskId).query(Boolean.class).single();
    }

    private static String person() {
        Authentication current = current();
        if (current == null || current.getUserId() == null) {
            throw Refusal.forbidden("not-signed-in");
        }
        return current.getUserId();
    }

    static Authentication current() {
        return Context.getProcessEngineConfiguration().getIdentityService().getCurrentAuthentication();
    }

    /** What features do behind the gate is not for the engine to authorize. */
    static <T> T refusable(CommandContext context, Supplier<T> body) {
        try {
            return context.runWithoutAuthorization(body::get);
        } catch (Refusal refusal) {
            throw new GateRefusal(refusal);
        }
    }
}
