package org.zhiping.casework;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhiping.exam.PanelDissolved;
import org.zhiping.exam.SeatFreed;
import org.zhiping.exam.SessionEmptied;
import org.zhiping.exam.SessionPlan;
import org.zhiping.exam.Sessions;
import org.zhiping.identity.Role;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.ApplicationWithdrawn;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Round;
import org.zhiping.intake.RoundCancelled;
import org.zhiping.intake.Rounds;
import org.zhiping.notice.StaffNotices;

/**
 * Tells staff who had something to do with a case that its applicant has withdrawn; each of them hears it once. Of a
 * cancelled round, which may have thousands of cases, each hears once in all.
 */
@Component
class WithdrawalNews {

    private final TaskService tasks;
    private final Applications applications;
    private final Rounds rounds;
    private final Sessions sessions;
    private final Staff staff;
    private final StaffNotices notices;

    WithdrawalNews(TaskService tasks, Applications applications, Rounds rounds, Sessions sessions, Staff staff, StaffNotices notices) {
        this.tasks = tasks;
        this.applications = applications;
        this.rounds = rounds;
        this.sessions = sessions;
        this.staff = staff;
        this.notices = notices;
    }

    /** Before the process ends, and its tasks with it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ApplicationWithdrawn event) {
        tellAssigned(event.caseNumber());
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(RoundCancelled event) {
        tellAssigned(event.caseNumber());
    }

    private void tellAssigned(String caseNumber) {
        String applicant = applications.find(caseNumber).applicant();
        tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskAssigned().list().stream()
                .filter(task -> !task.getAssignee().equals(applicant))
                .forEach(task -> tell(List.of(task.getAssignee()), caseNumber, Map.of("task", task.getTaskDefinitionKey())));
    }

    @EventListener
    void on(SeatFreed event) {
        tell(concerned(event.sessionNumber()), event.caseNumber(), Map.of("session", event.sessionNumber(), "part", event.part()));
    }

    @EventListener
    void on(PanelDissolved event) {
        tell(event.members(), event.caseNumber(), Map.of("task", "score-candidate", "part", event.part()));
    }

    @EventListener
    void on(SessionEmptied event) {
        notices.tell(concerned(event.sessionNumber()), "session-abandoned", "abandoned:" + event.sessionNumber(), event.sessionNumber(), Map.of());
    }

    private void tell(Collection<String> people, String caseNumber, Map<String, String> values) {
        Application application = applications.find(caseNumber);
        if (application.status() == ApplicationStatus.CANCELLED) {
            Round round = rounds.find(application.roundNumber());
            notices.tell(people, "round-cancelled", "round-cancelled:" + round.number(), caseNumber,
                    Map.of("round", round.name(), "reason", round.cancelledFor()));
        } else {
            notices.tell(people, "case-withdrawn", "withdrawn:" + caseNumber, caseNumber, values);
        }
    }

    /** Exam officers, and the people who were to hold the session. */
    private List<String> concerned(String sessionNumber) {
        SessionPlan plan = sessions.find(sessionNumber).plan();
        return Stream.of(staff.with(Role.EXAM_OFFICER), plan.invigilators(), plan.scorers())
                .flatMap(Collection::stream).distinct().toList();
    }
}
