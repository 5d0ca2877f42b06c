package org.zhiping.platform.process.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhiping.platform.process.Tasks;

/** Lists of one's own tasks are not compared with every authorization, and still nobody sees a task of others. */
@GateTest
class OwnTaskListsTest {

    @Autowired GateCases cases;
    @Autowired Tasks tasks;
    @Autowired TaskService taskService;
    @Autowired IdentityService identity;
    @Autowired ProcessEngineConfigurationImpl engine;

    Task waiting;
    Task taken;

    @BeforeEach
    void aTaskThatWaitsAndOneThatIsTaken() {
        waiting = cases.open();
        taken = cases.open();
        tasks.claim(taken.getId(), "evaluator");
    }

    @AfterEach
    void nobody() {
        identity.clearAuthentication();
    }

    @Test
    void whatWaitsForMyRoleOrIsMineIsNotCompared() {
        as("evaluator");
        assertThat(compared(query().taskCandidateGroup("evaluator"))).isFalse();
        assertThat(compared(query().taskCandidateGroupIn(List.of("evaluator")).includeAssignedTasks())).isFalse();
        assertThat(compared(query().taskAssignee("evaluator"))).isFalse();
        assertThat(ids(query().taskCandidateGroup("evaluator").taskUnassigned())).contains(waiting.getId()).doesNotContain(taken.getId());
        assertThat(ids(query().taskCandidateGroup("evaluator").includeAssignedTasks())).contains(waiting.getId(), taken.getId());
        assertThat(ids(query().taskAssignee("evaluator"))).contains(taken.getId()).doesNotContain(waiting.getId());
    }

    @Test
    void whatIsOfOthersIsComparedAndNotSeen() {
        as("approver");
        for (TaskQuery query : List.of(query(), query().taskCandidateGroup("evaluator"), query().taskCandidateGroupIn(List.of("approver", "evaluator")),
                query().taskAssignee("evaluator"), query().taskCandidateUser("evaluator"), query().taskAssigneeIn("approver", "evaluator"),
                query().taskCandidateGroupLike("%"), query().or().taskCandidateGroup("approver").taskAssignee("evaluator").endOr(),
                query().or().taskAssignee("approver").taskUnassigned().endOr(), query().taskInvolvedUser("evaluator"))) {
            assertThat(compared(query)).isTrue();
            assertThat(ids(query)).doesNotContain(waiting.getId(), taken.getId());
        }
    }

    @Test
    void aRoleThatIsOnlyClaimedIsNotBelieved() {
        as("applicant");
        assertThat(ids(query().taskCandidateGroup("evaluator").or().taskAssignee("applicant").taskUnassigned().endOr())).isEmpty();
    }

    private void as(String person) {
        identity.setAuthentication(person, List.of(person));
    }

    private TaskQuery query() {
        return taskService.createTaskQuery();
    }

    private static List<String> ids(TaskQuery query) {
        return query.list().stream().map(Task::getId).toList();
    }

    /** Whether the engine joins the authorizations when it is asked this. */
    private boolean compared(TaskQuery query) {
        query.count();
        return engine.getCommandExecutorTxRequired().execute(context -> {
            context.getAuthorizationManager().configureTaskQuery((TaskQueryImpl) query);
            return ((TaskQueryImpl) query).getAuthCheck().isAuthorizationCheckEnabled();
        });
    }
}
