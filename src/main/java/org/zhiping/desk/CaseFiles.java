package org.zhiping.desk;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.exam.Conflicts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.CaseFacts;
import org.zhiping.intake.PinnedStandings;
import org.zhiping.intake.SubjectNames;
import org.zhiping.page.ClaimSections;
import org.zhiping.page.MaterialLines;
import org.zhiping.page.Timelines;
import org.zhiping.platform.MaskedName;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Tasks;

/** Puts a case file together from every feature, leaving out what is not meant for this person. */
@Component
class CaseFiles {

    private static final String PERSON = "person";

    private final Applications applications;
    private final Conflicts conflicts;
    private final CaseFacts facts;
    private final PinnedStandings pinned;
    private final ClaimSections sections;
    private final MaterialLines materials;
    private final ReviewCards reviews;
    private final CaseScores scores;
    private final Timelines timelines;
    private final Tasks tasks;
    private final TaskLines lines;
    private final SubjectNames names;
    private final CurrentUser user;

    CaseFiles(Applications applications, Conflicts conflicts, CaseFacts facts, PinnedStandings pinned, ClaimSections sections, MaterialLines materials, ReviewCards reviews,
              CaseScores scores, Timelines timelines, Tasks tasks, TaskLines lines, SubjectNames names, CurrentUser user) {
        this.applications = applications;
        this.conflicts = conflicts;
        this.facts = facts;
        this.pinned = pinned;
        this.sections = sections;
        this.materials = materials;
        this.reviews = reviews;
        this.scores = scores;
        this.timelines = timelines;
        this.tasks = tasks;
        this.lines = lines;
        this.names = names;
        this.user = user;
    }

    /** Nobody opens a case from this side that they must keep out of, above all their own, and a draft is nobody's business yet. */
    Application open(String caseNumber) {
        user.require(DeskRoles.CASES);
        Application application = applications.find(caseNumber);
        if (application.status() == ApplicationStatus.DRAFT) {
            throw Refusal.notFound("application-not-found", caseNumber);
        }
        conflicts.requireReader(user.id(), caseNumber);
        return application;
    }

    CaseFile of(Application application, String person) {
        String number = application.caseNumber();
        boolean known = user.hasAny(DeskRoles.PERSON);
        boolean results = user.hasAny(DeskRoles.RESULTS);
        return new CaseFile(application, names.of(application),
                known ? application.applicantName() : MaskedName.of(application.applicantName()),
                sections.masked(application).stream().filter(section -> known || !section.id().equals(PERSON)).toList(),
                known ? facts.claimed(application) : List.of(),
                user.hasAny(DeskRoles.MATERIALS) ? materials.of(application) : List.of(),
                facts.eligibility(application, application.confirmation()), known ? pinned.of(number) : List.of(), reviews.of(application), scores.tickets(number),
                results ? scores.parts(application) : List.of(), scores.panels(application, person),
                results ? scores.result(number) : null, timelines.of(application),
                lines.of(tasks.of(number), person), user.has(Role.EXAM_OFFICER));
    }
}
