package org.zhiping.casework;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.zhiping.exam.SessionState;
import org.zhiping.exam.Sessions;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.MilestoneReached;
import org.zhiping.intake.Milestones;
import org.zhiping.platform.BusinessKey;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.EndedCases;
import org.zhiping.platform.web.PageTimes;

/** A case that was withdrawn, whose round was cancelled or that has lapsed, and a session that nobody is left in, take their tasks with them. */
@Component
class WhyEnded implements EndedCases {

    private static final Map<ApplicationStatus, Milestone> ENDS = Map.of(ApplicationStatus.WITHDRAWN, Milestone.WITHDRAWN,
            ApplicationStatus.CANCELLED, Milestone.ROUND_CANCELLED, ApplicationStatus.LAPSED, Milestone.LAPSED);

    private final Applications applications;
    private final Milestones milestones;
    private final Sessions sessions;
    private final PageTimes times;

    WhyEnded(Applications applications, Milestones milestones, @Lazy Sessions sessions, PageTimes times) {
        this.applications = applications;
        this.milestones = milestones;
        this.sessions = sessions;
        this.times = times;
    }

    @Override
    public Optional<Refusal.Fault> why(String businessKey) {
        if (BusinessKey.isSession(businessKey)) {
            return Optional.of(sessions.find(businessKey)).filter(session -> session.state() == SessionState.ABANDONED)
                    .map(session -> new Refusal.Fault("", "task-session-abandoned", businessKey));
        }
        Application application = applications.find(businessKey);
        return Optional.ofNullable(ENDS.get(application.status())).map(end -> new Refusal.Fault("",
                "task-case-" + application.status().name().toLowerCase(Locale.ROOT), businessKey, when(businessKey, end)));
    }

    private String when(String caseNumber, Milestone end) {
        List<MilestoneReached> reached = milestones.of(caseNumber).stream().filter(one -> one.milestone() == end).toList();
        return reached.isEmpty() ? "" : times.when(reached.get(reached.size() - 1).at());
    }
}
