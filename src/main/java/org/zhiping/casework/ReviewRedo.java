package org.zhiping.casework;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.result.Results;
import org.zhiping.review.Reviews;

/**
 * A void review begins anew, from the claims alone and also after acceptance; seats, scores and panels stay as they are, and the case
 * goes on with them once it is accepted again. A void opinion is given again, and where the review has ended since, the review too.
 */
@Component
class ReviewRedo implements Redo {

    private static final String OPINION = "give-evaluator-opinion";

    private final Applications applications;
    private final Reviews reviews;
    private final Results results;
    private final StepBack back;

    ReviewRedo(Applications applications, Reviews reviews, Results results, StepBack back) {
        this.applications = applications;
        this.reviews = reviews;
        this.results = results;
        this.back = back;
    }

    @Override
    public Set<String> tasks() {
        return Set.of("review-materials", OPINION);
    }

    @Override
    public Done again(Wish wish) {
        String caseNumber = wish.caseNumber();
        if (wish.act().task().equals(OPINION)) {
            reviews.annulOpinion(caseNumber, wish.act().account());
            return !wish.latest() || back.waitsAt(caseNumber, OPINION) ? Done.marked()
                    : reviews.goesOn(caseNumber) ? Done.told(back.to(caseNumber, OPINION)) : review(caseNumber);
        }
        if (!wish.latest()) {
            return Done.marked();
        }
        reviews.annulReview(caseNumber, wish.act().account());
        return review(caseNumber);
    }

    private Done review(String caseNumber) {
        Application application = applications.lock(caseNumber);
        application.reviewAgain();
        applications.save(application);
        results.reopen(caseNumber);
        return Done.told(back.to(caseNumber, "reopen-review"));
    }
}
