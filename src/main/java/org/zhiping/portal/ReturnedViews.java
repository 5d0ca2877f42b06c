package org.zhiping.portal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Application;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Supplement;
import org.zhiping.intake.Supplements;
import org.zhiping.review.ReturnedItem;
import org.zhiping.review.Returns;

/** Gathers what the signed-in applicant may know of the return of their application. */
@Component
class ReturnedViews {

    private final Intake intake;
    private final Supplements supplements;
    private final Returns returns;
    private final CurrentUser user;

    ReturnedViews(Intake intake, Supplements supplements, Returns returns, CurrentUser user) {
        this.intake = intake;
        this.supplements = supplements;
        this.returns = returns;
        this.user = user;
    }

    Returned of(Application application) {
        Supplement supplement = supplements.current(application).orElse(null);
        return new Returned(supplement, items(application), intake.openMaterials(user.id(), application.caseNumber()));
    }

    List<ReturnedItem> items(Application application) {
        return returns.current(application);
    }
}
