package org.zhiping.casework;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.platform.Refusal;
import org.zhiping.result.Results;

/** Takes a case back to a part whose record is void. The parts after it keep theirs. */
@Component
class PartAgain {

    private static final Set<ApplicationStatus> BEING_REVIEWED = Set.of(ApplicationStatus.SUBMITTED, ApplicationStatus.RETURNED);

    private final Applications applications;
    private final Results results;
    private final StepBack back;

    PartAgain(Applications applications, Results results, StepBack back) {
        this.applications = applications;
        this.results = results;
        this.back = back;
    }

    /** A case whose review has been begun anew has to be accepted first. */
    void require(String caseNumber) {
        if (BEING_REVIEWED.contains(applications.find(caseNumber).status())) {
            throw Refusal.conflict("act-void-in-review", caseNumber);
        }
    }

    /** @return account ids of those whose open tasks have gone */
    Set<String> begin(String caseNumber, String part) {
        results.reopen(caseNumber, part);
        Application application = applications.lock(caseNumber);
        application.assessAgain();
        applications.save(application);
        return back.to(caseNumber, "plan-assessment");
    }
}
