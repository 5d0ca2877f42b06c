package org.zhiping.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.zhiping.platform.process.Facts;
import org.zhiping.platform.process.ProcessBean;

/** What the evaluation process asks of an application, and does to it. */
@ProcessBean("applications")
public class ApplicationSteps {

    private final Applications applications;
    private final Standings standings;
    private final Milestones milestones;
    private final Clock clock;

    ApplicationSteps(Applications applications, Standings standings, Milestones milestones, Clock clock) {
        this.applications = applications;
        this.standings = standings;
        this.milestones = milestones;
        this.clock = clock;
    }

    /** Account id, to whom a returned application is assigned. */
    public String applicant(String caseNumber) {
        return applications.find(caseNumber).applicant();
    }

    /** The facts as a reviewer has confirmed them, for the eligibility decision. */
    public Object confirmedFacts(String caseNumber) {
        Application application = applications.find(caseNumber);
        return Facts.of(standings.of(application, application.confirmation()).facts());
    }

    /** Nothing came before the deadline. */
    public void lapse(String caseNumber) {
        Application application = applications.lock(caseNumber);
        String due = LocalDate.ofInstant(application.supplementUntil(), clock.getZone()).toString();
        application.lapse();
        applications.save(application);
        milestones.reach(caseNumber, Milestone.LAPSED, Map.of("due", due));
    }
}
