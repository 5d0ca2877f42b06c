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
import org.zhiping.intake.Supplement;
import org.zhiping.platform.Language;
import org.zhiping.platform.process.FormHandler;
import org.zhiping.platform.process.FormTask;

/** An officer judges materials, confirms facts, answers what only a person can tell, and decides. */
@Component
class ReviewMaterialsForm implements FormHandler {

    private final Applications applications;
    private final JdbcReviews reviews;
    private final ReasonCodes codes;
    private final Returns returns;
    private final CaseFacts facts;
    private final ReviewDecision decision;
    private final ReviewTexts texts;
    private final Milestones milestones;

    ReviewMaterialsForm(Applications applications, JdbcReviews reviews, ReasonCodes codes, Returns returns, CaseFacts facts,
                        ReviewDecision decision, ReviewTexts texts, Milestones milestones) {
        this.applications = applications;
        this.reviews = reviews;
        this.codes = codes;
        this.returns = returns;
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
        List<ReturnedItem> before = returns.of(application, round.number() - 1);
        List<Requirement> lines = decision.toJudge(application, application.confirmation());
        return Map.of("caseSummary", texts.summary(application, round.number()),
                "eligibilityText", texts.eligibility(eligibility),
                "opinionText", round.opinion().map(texts::opinion).orElse(""),
                "supplementText", texts.supplement(before),
                "doubtsOf", options(ReasonCode.DOUBTFUL, lines), "gapsOf", options(ReasonCode.INCOMPLETE, lines),
                "materials", lines.stream().map(line -> material(application, line, history, before)).toList(),
                "facts", facts.claimed(application).stream().map(fact -> fact(fact, round, before)).toList(),
                "questions", eligibility.questions().stream().map(question -> question(question, round, before)).toList());
    }

    /** The reasons to choose from, by material. */
    private Map<String, Object> options(String verdict, List<Requirement> lines) {
        Map<String, Object> options = new HashMap<>();
        lines.forEach(line -> options.put(line.material(), codes.of(verdict, line.material()).stream()
                .map(code -> Map.of("value", code.code(), "label", code.reason().in(Language.now()))).toList()));
        return options;
    }

    private Map<String, Object> material(Application application, Requirement line, List<ReviewRound> history, List<ReturnedItem> before) {
        Map<String, Object> row = new HashMap<>(Map.of("material", line.material(), "name", texts.material(application, line.material()),
                "before", ReturnedItems.about(before, line).map(texts::former).orElse("")));
        verdict(line, history).ifPresent(verdict -> {
            row.put("authenticity", verdict.authenticity());
            row.put("completeness", verdict.completeness());
            row.put("doubts", chosen(verdict, line, ReasonCode.DOUBTFUL));
            row.put("gaps", chosen(verdict, line, ReasonCode.INCOMPLETE));
            row.put("reason", verdict.reason());
        });
        row.values().removeIf(value -> "".equals(value) || List.of().equals(value));
        return row;
    }

    /** Those that can still be chosen. */
    private List<String> chosen(ReviewRound.Verdict verdict, Requirement line, String which) {
        List<String> offered = codes.of(which, line.material()).stream().map(ReasonCode::code).toList();
        return verdict.reasons().stream().filter(reason -> reason.verdict().equals(which)).map(Reason::code).filter(offered::contains).toList();
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

    private Map<String, Object> fact(ClaimedFact fact, ReviewRound round, List<ReturnedItem> before) {
        Map<String, Object> row = new HashMap<>(Map.of("fact", fact.id(), "label", fact.label(), "claimed", fact.claimed(),
                "confirmed", fact.confirmed(), "note", round.finding(fact.id()).map(ReviewRound.Finding::note).orElse("")));
        ReturnedItems.about(before, Supplement.Kind.FACT, fact.id()).ifPresent(item -> row.put("before", texts.former(item)));
        round.finding(fact.id()).filter(ReviewRound.Finding::asked).ifPresent(asked -> row.put("ask", true));
        return row;
    }

    private Map<String, Object> question(Question question, ReviewRound round, List<ReturnedItem> before) {
        Map<String, Object> row = new HashMap<>(Map.of("question", question.id(), "label", question.text()));
        ReturnedItems.about(before, Supplement.Kind.QUESTION, question.id()).ifPresent(item -> row.put("before", texts.former(item)));
        round.answer(question.id()).ifPresent(answer -> row.putAll(Map.of("answer", answer.answer(), "reason", answer.reason())));
        round.answer(question.id()).filter(ReviewRound.Answer::asked).ifPresent(asked -> row.put("ask", true));
        return row;
    }

    @Override
    public String complete(FormTask task, Map<String, Object> values) {
        Application application = applications.lock(task.variable("caseNumber"));
        ReviewRound round = reviews.current(application.caseNumber());
        ReviewSheet sheet = ReviewSheet.of(values, codes);
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
