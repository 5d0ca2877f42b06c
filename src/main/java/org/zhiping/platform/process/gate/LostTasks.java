package org.zhiping.platform.process.gate;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Directory;
import org.zhiping.platform.process.EndedCases;
import org.zhiping.platform.web.PageTimes;

/**
 * Says to somebody who comes too late what became of the task: who has it or has finished it and when, or why it is no more. Only those
 * hear it who had the task or could have had it by their roles; to everybody else there is no such task.
 */
@Component
class LostTasks {

    private final Directory directory;
    private final ObjectProvider<EndedCases> cases;
    private final PageTimes times;

    LostTasks(Directory directory, ObjectProvider<EndedCases> cases, PageTimes times) {
        this.directory = directory;
        this.cases = cases;
        this.times = times;
    }

    /** For a task that is no longer open. */
    Refusal ended(String taskId, CommandContext context) {
        HistoricTaskInstanceEntity past = taskId == null ? null : context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId);
        Authentication reader = Gate.current();
        if (past == null || past.getEndTime() == null || reader == null || !mayKnow(past, reader, context)) {
            return Refusal.notFound("task-not-open");
        }
        String when = times.when(past.getEndTime().toInstant());
        if (!TaskEntity.DELETE_REASON_COMPLETED.equals(past.getDeleteReason())) {
            return calledOff(past, when, context);
        }
        return reader.getUserId().equals(past.getAssignee()) ? Refusal.conflict("task-done-by-you", when)
                : Refusal.conflict("task-done", name(past.getAssignee()), when);
    }

    private Refusal calledOff(HistoricTaskInstanceEntity past, String when, CommandContext context) {
        String businessKey = context.getHistoricProcessInstanceManager().findHistoricProcessInstance(past.getProcessInstanceId()).getBusinessKey();
        EndedCases ended = cases.getIfAvailable();
        Refusal.Fault why = ended == null ? null
                : context.runWithoutAuthorization(() -> ended.why(businessKey)).orElse(null);
        return why == null ? Refusal.conflict("task-called-off", when) : new Refusal(Refusal.Kind.CONFLICT, List.of(why));
    }

    /** For a task that somebody else has. */
    Refusal held(TaskEntity task, CommandContext context) {
        Set<String> groups = task.getCandidates().stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).collect(Collectors.toSet());
        return holdsOne(groups, Gate.current()) ? Refusal.conflict("task-held", name(task.getAssignee()), times.when(since(task, context)))
                : Refusal.forbidden("task-of-another");
    }

    private static Instant since(TaskEntity task, CommandContext context) {
        Date claimed = context.runWithoutAuthorization(() -> context.getProcessEngineConfiguration().getHistoryService().createUserOperationLogQuery()
                .taskId(task.getId()).property(TaskEntity.ASSIGNEE).orderByTimestamp().desc().listPage(0, 1).stream()
                .map(UserOperationLogEntry::getTimestamp).findFirst().orElse(task.getCreateTime()));
        return claimed.toInstant();
    }

    private boolean mayKnow(HistoricTaskInstanceEntity past, Authentication reader, CommandContext context) {
        if (reader.getUserId().equals(past.getAssignee())) {
            return true;
        }
        TaskDefinition definition = context.getProcessEngineConfiguration().getDeploymentCache()
                .findDeployedProcessDefinitionById(past.getProcessDefinitionId()).getTaskDefinitions().get(past.getTaskDefinitionKey());
        return definition != null && holdsOne(definition.getCandidateGroupIdExpressions().stream()
                .map(group -> group.getExpressionText()).collect(Collectors.toSet()), reader);
    }

    private static boolean holdsOne(Set<String> groups, Authentication reader) {
        return reader != null && reader.getGroupIds() != null && reader.getGroupIds().stream().anyMatch(groups::contains);
    }

    private String name(String person) {
        return person == null ? "" : directory.person(person).map(Directory.Person::name).orElse(person);
    }
}
