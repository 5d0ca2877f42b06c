package org.zhiping.platform.process.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.context.ApplicationEventPublisher;
import org.zhiping.platform.process.TaskMoved;
import org.zhiping.platform.process.TaskMoved.Kind;

/**
 * Publishes {@link TaskMoved}. A built-in listener of every user task, which models need not name and which runs even where an
 * instance is deleted with its own listeners left out.
 */
final class TaskMoves extends AbstractBpmnParseListener implements TaskListener {

    private static final Map<String, Kind> KINDS = Map.of(EVENTNAME_CREATE, Kind.CREATED, EVENTNAME_ASSIGNMENT, Kind.ASSIGNED,
            EVENTNAME_UPDATE, Kind.UPDATED, EVENTNAME_COMPLETE, Kind.COMPLETED, EVENTNAME_DELETE, Kind.DELETED);

    /** As the engine calls the state of a task to which nothing has happened since it came up. */
    private static final String UNTOUCHED = "Created";

    private final ApplicationEventPublisher events;

    TaskMoves(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        KINDS.keySet().forEach(event -> definition.addBuiltInTaskListener(event, this));
    }

    @Override
    public void notify(DelegateTask moved) {
        TaskEntity task = (TaskEntity) moved;
        Kind kind = KINDS.get(task.getEventName());
        if (!saidOtherwise(task, kind)) {
            events.publishEvent(new TaskMoved(task.getId(), task.getTaskDefinitionKey(), task.getProcessInstance().getBusinessKey(), kind,
                    task.getAssignee(), kind == Kind.CREATED || kind == Kind.UPDATED ? groups(task) : List.of(),
                    instant(task.getCreateTime()), instant(task.getDueDate()), person(), kind == Kind.ASSIGNED ? before(task) : null,
                    kind == Kind.CREATED ? (String) task.getExecution().getVariable("part") : null));
        }
    }

    /** The engine tells of an assignment twice: first as a creation or an update, then as itself. */
    private static boolean saidOtherwise(TaskEntity task, Kind kind) {
        return kind == Kind.ASSIGNED && UNTOUCHED.equals(task.getTaskState())
                || kind == Kind.UPDATED && task.getPropertyChanges().keySet().equals(Set.of(TaskEntity.ASSIGNEE));
    }

    private static String before(TaskEntity task) {
        PropertyChange change = task.getPropertyChanges().get(TaskEntity.ASSIGNEE);
        return change == null ? null : change.getOrgValueString();
    }

    private static List<String> groups(TaskEntity task) {
        return task.getIdentityLinks().stream().filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .filter(link -> !Context.getCommandContext().getDbEntityManager().isDeleted(link))
                .map(IdentityLinkEntity::getGroupId).filter(Objects::nonNull).distinct().sorted().toList();
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }

    private static String person() {
        Authentication current = Context.getProcessEngineConfiguration().getIdentityService().getCurrentAuthentication();
        return current == null ? null : current.getUserId();
    }
}
