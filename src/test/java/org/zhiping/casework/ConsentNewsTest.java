package org.zhiping.casework;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.zhiping.consent.ConsentWithdrawn;
import org.zhiping.identity.Role;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.notice.StaffNotices;

/** Staff of running cases are told that consent was withdrawn; of drafts and of cases that have ended nobody is. */
class ConsentNewsTest {

    private final TaskService tasks = mock(TaskService.class);
    private final Applications applications = mock(Applications.class);
    private final Staff staff = mock(Staff.class);
    private final StaffNotices notices = mock(StaffNotices.class);

    private static Application application(String number, ApplicationStatus status) {
        Application application = mock(Application.class, RETURNS_DEEP_STUBS);
        when(application.caseNumber()).thenReturn(number);
        when(application.applicant()).thenReturn("zhang");
        when(application.status()).thenReturn(status);
        return application;
    }

    @Test
    void whoHasWorkWithARunningCaseIsToldAndNeverTheApplicant() {
        Task own = mock(Task.class);
        when(own.getAssignee()).thenReturn("zhang");
        Task panel = mock(Task.class);
        when(panel.getAssignee()).thenReturn("panel-member-1");
        TaskQuery query = mock(TaskQuery.class, RETURNS_SELF);
        doReturn(List.of(own, panel)).when(query).list();
        when(tasks.createTaskQuery()).thenReturn(query);
        when(staff.with(Role.ACCEPTANCE_OFFICER)).thenReturn(List.of("acceptance-officer"));
        List<Application> all = List.of(application("ZP1", ApplicationStatus.DRAFT), application("ZP2", ApplicationStatus.ACCEPTED),
                application("ZP3", ApplicationStatus.CERTIFIED), application("ZP4", ApplicationStatus.WITHDRAWN));
        when(applications.ofApplicant("zhang")).thenReturn(all);

        new ConsentNews(tasks, applications, staff, notices).on(new ConsentWithdrawn("zhang"));

        verify(notices).tell(argThat(people -> Set.copyOf(people).equals(Set.of("acceptance-officer", "panel-member-1"))),
                eq("consent-withdrawn"), eq("consent-withdrawn:ZP2"), eq("ZP2"), any());
        verifyNoMoreInteractions(notices);
    }
}
