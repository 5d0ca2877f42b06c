package org.zhiping.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.Milestones;
import org.zhiping.intake.PinnedStanding;
import org.zhiping.intake.PinnedStandings;
import org.zhiping.platform.process.Deadlines;
import org.zhiping.platform.process.ProcessBean;

/** What the evaluation process does around a review. */
@ProcessBean("reviews")
public class ReviewSteps {

    private final Applications applications;
    private final JdbcReviews reviews;
    private final ReturnedItems returned;
    private final PinnedStandings pinned;
    private final Milestones milestones;
    private final Deadlines deadlines;
    private final Clock clock;

    ReviewSteps(Applications applications, JdbcReviews reviews, ReturnedItems returned, PinnedStandings pinned, Milestones milestones, Deadlines deadlines, Clock clock) {
        this.applications = applications;
        this.reviews = reviews;
        this.returned = returned;
        this.pinned = pinned;
        this.milestones = milestones;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** A round begins, the first time or after a supplement. */
    public void open(String caseNumber) {
        reviews.open(applications.lock(caseNumber).caseNumber());
    }

    /** The officer has said why; now the applicant's time runs. */
    public void returnToApplicant(String caseNumber) {
        Application application = applications.lock(caseNumber);
        Instant until = deadlines.fromToday("supplement-materials");
        application.giveBack(until);
        applications.save(application);
        ReviewRound round = reviews.current(caseNumber);
        reviews.close(round);
        returned.ask(application, round);
        milestones.reach(caseNumber, Milestone.RETURNED,
                Map.of("reason", round.reason(), "due", LocalDate.ofInstant(until, clock.getZone()).toString()));
    }

    /** The confirmed facts have passed the eligibility decision. */
    public void accept(String caseNumber) {
        Application application = applications.lock(caseNumber);
        application.accept();
        applications.save(application);
        pinned.pin(application, PinnedStanding.Occasion.ACCEPTED);
        reviews.close(reviews.current(caseNumber));
        milestones.reach(caseNumber, Milestone.ACCEPTED, Map.of());
    }
}
