package org.zhiping.review;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.FormHandler;
import org.zhiping.platform.process.FormTask;
import org.zhiping.platform.process.Submitted;

/** An evaluator looks at what the officer escalated and says what they think. */
@Component
class EvaluatorOpinionForm implements FormHandler {

    private static final Set<String> RECOMMENDATIONS = Set.of("accepted", "returned");

    private final Applications applications;
    private final JdbcReviews reviews;
    private final ReviewTexts texts;
    private final Clock clock;

    EvaluatorOpinionForm(Applications applications, JdbcReviews reviews, ReviewTexts texts, Clock clock) {
        this.applications = applications;
        this.reviews = reviews;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "give-evaluator-opinion";
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Application application = applications.find(task.variable("caseNumber"));
        ReviewRound round = reviews.current(application.caseNumber());
        return Map.of("caseSummary", texts.summary(application, round.number()), "questionText", texts.question(round),
                "verdictsText", texts.verdicts(application, round));
    }

    @Override
    public String complete(FormTask task, Map<String, Object> values) {
        Submitted form = new Submitted(values);
        ReviewRound round = reviews.current(applications.lock(task.variable("caseNumber")).caseNumber());
        if (!RECOMMENDATIONS.contains(form.text("recommendation"))) {
            throw Refusal.invalid("recommendation", "review-recommendation-missing");
        }
        if (form.text("opinion").isEmpty()) {
            throw Refusal.invalid("opinion", "review-opinion-missing");
        }
        reviews.add(round, new ReviewRound.Opinion(task.person(), form.text("recommendation"), form.text("opinion"), clock.instant()));
        return null;
    }
}
