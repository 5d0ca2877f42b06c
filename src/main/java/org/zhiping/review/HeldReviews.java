package org.zhiping.review;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.platform.HeldData;

/** Verdicts on the person's materials with their reasons. Who gave them, and what evaluators advised among themselves, is left out. */
@Component
class HeldReviews implements HeldData {

    private final Applications applications;
    private final Reviews reviews;

    HeldReviews(Applications applications, Reviews reviews) {
        this.applications = applications;
        this.reviews = reviews;
    }

    @Override
    public String section() {
        return "reviews";
    }

    /** A review that goes on may still change its mind, and is not told yet. */
    @Override
    public Object of(String account) {
        return applications.ofApplicant(account).stream().map(Application::caseNumber)
                .flatMap(caseNumber -> reviews.of(caseNumber).stream()).filter(round -> !round.open()).map(HeldReviews::said).toList();
    }

    private static Map<String, Object> said(ReviewRound round) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("caseNumber", round.caseNumber());
        said.put("at", round.closedAt());
        said.put("outcome", round.outcome());
        said.put("reason", round.reason());
        said.put("verdicts", round.verdicts());
        said.put("findings", round.findings());
        said.put("answers", round.answers());
        return said;
    }
}
