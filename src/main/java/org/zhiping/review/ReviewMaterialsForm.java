package org.zhiping.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.intake.CaseFacts;
import org.zhiping.intake.ClaimedFact;
import org.zhiping.intake.Confirmation;
import org.zhiping.intake.Eligibility;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.Milestones;
import org.zhiping.intake.Question;
import org.zhiping.intake.Requirement;
import org.zhiping.platform.process.FormHandler;
import org.zhiping.platform.process.FormTask;

/** An officer judges materials, confirms facts, answers what only a person can tell, and decides. */
@Component
class ReviewMaterialsForm implements FormHandler {

    private final Applications applications;
    private final JdbcReviews reviews;
    private final CaseFacts facts;
    private final ReviewDecision decision;
    private final ReviewTexts texts;
    private final Milestones milestones;

    ReviewMaterialsForm(Applications applications, JdbcReviews reviews, CaseFacts facts, ReviewDecision decision,
                        ReviewTexts texts, Milestones milestones) {
        this.applications = applications;
        this.reviews = reviews;
        this.facts = facts;
        this.decision = decision;
        this.texts = texts;
        this.milestones = milestones;
    }

    @Override
    public String task() {
        return "review-materials";
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Application application = applications.find(task.variable("caseNumber"));
        List<ReviewRound> history = reviews.of(application.caseNumber());
        ReviewRound round = history.get(history.size() - 1);
        Eligibility eligibility = facts.eligibility(application, application.confirmation());
        return Map.of("caseSummary", texts.summary(application, round.number()),
                "eligibilityText", texts.eligibility(eligibility),
                "opinionText", round.opinion().map(texts::opinion).orElse(""),
                "materials", decision.toJudge(application, application.confirmation()).stream().map(line -> material(application, line, history)).toList(),
                "facts", facts.claimed(application).stream().map(fact -> fact(fact, round)).toList(),
                "questions", eligibility.questions().stream().map(question -> question(question, round)).toList());
    }

    private Map<String, Object> material(Application application, Requirement line, List<ReviewRound> history) {
        Map<String, Object> row = new HashMap<>(Map.of("material", line.material(), "name", texts.material(application, line.material())));
        verdict(line, history).ifPresent(verdict -> {
            row.put("authenticity", verdict.authenticity());
            row.put("completeness", verdict.completeness());
            row.put("reason", verdict.reason());
        });
        row.values().removeIf(""::equals);
        return row;
    }

    /** This round's own; else the last round's good one of files that are still the same. */
    private static Optional<ReviewRound.Verdict> verdict(Requirement line, List<ReviewRound> history) {
        ReviewRound round = history.get(history.size() - 1);
        if (round.verdict(line.material()).isPresent() || history.size() == 1) {
            return round.verdict(line.material());
        }
        ReviewRound last = history.get(history.size() - 2);
        return last.verdict(line.material()).filter(ReviewRound.Verdict::good)
                .filter(verdict -> !line.byApplication() && line.files().stream().noneMatch(file -> file.attachedAt().isAfter(last.closedAt())));
    }

    private static Map<String, Object> fact(ClaimedFact fact, ReviewRound round) {
        return Map.of("fact", fact.id(), "label", fact.label(), "claimed", fact.claimed(), "confirmed", fact.confirmed(),
                "note", round.finding(fact.id()).map(ReviewRound.Finding::note).orElse(""));
    }

    private Map<String, Object> question(Question question, ReviewRound round) {
        Map<String, Object> row = new HashMap<>(Map.of("question", question.id(), "label", question.text()));
        round.answer(question.id()).ifPresent(answer -> row.putAll(Map.of("answer", answer.answer(), "reason", answer.reason())));
        return row;
    }

    @Override
    public String complete(FormTask task, Map<String, Object> values) {
        Application application = applications.lock(task.variable("caseNumber"));
        ReviewRound round = reviews.current(application.caseNumber());
        ReviewSheet sheet = ReviewSheet.of(values);
        Confirmation confirmation = decision.check(application, sheet, reviews.of(application.caseNumber()));
        application.confirm(confirmation);
        applications.save(application);
        reviews.save(new ReviewRound(round.caseNumber(), round.number(), round.openedAt(), null, task.person(), sheet.outcome(),
                sheet.reason(), sheet.verdicts(), sheet.findings(), sheet.answers(), round.opinions()));
        if (sheet.outcome().equals("escalated")) {
            milestones.reach(application.caseNumber(), Milestone.ESCALATED, Map.of());
        }
        return sheet.outcome();
    }
}
