package org.zhiping.casework;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.consent.ConsentWithdrawn;
import org.zhiping.identity.Role;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.notice.StaffNotices;

/**
 * Tells staff of each running case whose applicant no longer agrees to the use of their data: whoever has work with it, and the
 * acceptance officers, who settle with the person what becomes of it. Nothing ends by itself.
 */
@Component
class ConsentNews {

    private final TaskService tasks;
    private final Applications applications;
    private final Staff staff;
    private final StaffNotices notices;

    ConsentNews(TaskService tasks, Applications applications, Staff staff, StaffNotices notices) {
        this.tasks = tasks;
        this.applications = applications;
        this.staff = staff;
        this.notices = notices;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ConsentWithdrawn event) {
        applications.ofApplicant(event.account()).stream()
                .filter(application -> application.status() != ApplicationStatus.DRAFT && !application.status().ended()).forEach(this::tell);
    }

    private void tell(Application application) {
        notices.tell(concerned(application), "consent-withdrawn", "consent-withdrawn:" + application.caseNumber(), application.caseNumber(), Map.of());
    }

    private Collection<String> concerned(Application application) {
        Set<String> people = new LinkedHashSet<>(staff.with(Role.ACCEPTANCE_OFFICER));
        tasks.createTaskQuery().processInstanceBusinessKey(application.caseNumber()).taskAssigned().list()
                .forEach(task -> people.add(task.getAssignee()));
        people.remove(application.applicant());
        return people;
    }
}
