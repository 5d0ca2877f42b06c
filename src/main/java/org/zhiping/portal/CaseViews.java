package org.zhiping.portal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiping.certificate.Certificate;
import org.zhiping.certificate.Certificates;
import org.zhiping.exam.Sessions;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.MilestoneReached;
import org.zhiping.intake.Milestones;
import org.zhiping.intake.SubjectNames;
import org.zhiping.page.PartLines;
import org.zhiping.page.Timelines;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.PageTimes;
import org.zhiping.result.Results;

/** Gathers from every feature what an applicant may know of their case. */
@Component
class CaseViews {

    /** Scores are told once the result is decided, not while it can still be sent back. */
    private static final Set<ApplicationStatus> DECIDED =
            Set.of(ApplicationStatus.APPROVED, ApplicationStatus.CERTIFIED, ApplicationStatus.FAILED);

    private final Milestones milestones;
    private final Timelines timelines;
    private final Sessions sessions;
    private final PartLines parts;
    private final Results results;
    private final Certificates certificates;
    private final ReturnedViews returned;
    private final SubjectNames names;
    private final Texts texts;
    private final PageTimes times;

    CaseViews(Milestones milestones, Timelines timelines, Sessions sessions, PartLines parts, Results results,
              Certificates certificates, ReturnedViews returned, SubjectNames names, Texts texts, PageTimes times) {
        this.milestones = milestones;
        this.timelines = timelines;
        this.sessions = sessions;
        this.parts = parts;
        this.results = results;
        this.certificates = certificates;
        this.returned = returned;
        this.names = names;
        this.texts = texts;
        this.times = times;
    }

    CaseView of(Application application) {
        List<MilestoneReached> reached = milestones.of(application.caseNumber());
        return new CaseView(application, names.of(application),
                CaseSteps.of(application.status(), reached.stream().map(MilestoneReached::milestone).collect(Collectors.toSet())),
                application.supplementUntil() == null ? "" : times.when(application.supplementUntil()),
                last(reached, Milestone.RETURNED, "reason"), returned.items(application),
                sessions.tickets(application.caseNumber()).stream()
                        .map(ticket -> new CaseView.Seating(ticket, part(application, ticket.part()))).toList(),
                DECIDED.contains(application.status()) ? parts.of(application) : List.of(),
                DECIDED.contains(application.status()) ? result(application.caseNumber()) : "",
                certificates.ofCase(application.caseNumber()).map(Certificate::number).orElse(null),
                timelines.of(application));
    }

    /** Why the application was last returned; empty when it never was. */
    String returnReason(Application application) {
        return last(milestones.of(application.caseNumber()), Milestone.RETURNED, "reason");
    }

    private String result(String caseNumber) {
        return results.of(caseNumber).map(result -> texts.of("result.outcome." + result.outcome())).orElse("");
    }

    private String part(Application application, String part) {
        return names.part(application.standard(), application.edition(), part);
    }

    private static String last(List<MilestoneReached> reached, Milestone milestone, String arg) {
        return reached.stream().filter(one -> one.milestone() == milestone)
                .reduce((earlier, later) -> later).map(one -> one.args().getOrDefault(arg, "")).orElse("");
    }
}
