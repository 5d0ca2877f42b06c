package org.zhiping.portal;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Requirement;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.web.PageTimes;

/** How complete an application is that the applicant has in hand, and until when it has to be handed in. */
@Component
class DraftProgress {

    /**
     * @param facts     fields that are missing or wrong
     * @param materials required materials that are missing
     * @param next      the page to go on with: form, materials or review
     * @param untouched items of a return that are as they were
     * @param due       in words
     * @param until     the same moment
     */
    public record Progress(int facts, int materials, int untouched, String next, String due, Instant until) {
    }

    private final Intake intake;
    private final Rounds rounds;
    private final CurrentUser user;
    private final ReturnedViews returned;
    private final PageTimes times;

    DraftProgress(Intake intake, Rounds rounds, CurrentUser user, ReturnedViews returned, PageTimes times) {
        this.intake = intake;
        this.rounds = rounds;
        this.user = user;
        this.returned = returned;
        this.times = times;
    }

    /** Null where the applicant has nothing to do. */
    Progress of(Application application) {
        if (!application.status().editable()) {
            return null;
        }
        var check = intake.check(user.id(), application.caseNumber());
        int facts = check.faults().size();
        int materials = (int) intake.requirements(user.id(), application.caseNumber()).stream().filter(Requirement::missing).count();
        boolean asked = facts > 0 || check.eligibility().ineligible();
        var due = application.status() == ApplicationStatus.RETURNED ? application.supplementUntil()
                : rounds.find(application.roundNumber()).closesAt();
        int untouched = (int) returned.items(application).stream().filter(item -> !item.answered()).count();
        String next = asked ? "form" : materials + untouched > 0 ? "materials" : "review";
        return new Progress(facts, materials, untouched, next, times.when(due), due);
    }
}
