package org.zhiping.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.CaseFacts;
import org.zhiping.intake.ClaimedFact;
import org.zhiping.intake.Confirmation;
import org.zhiping.intake.Eligibility;
import org.zhiping.intake.Ineligibility;
import org.zhiping.intake.Question;
import org.zhiping.intake.Requirement;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/** Whether what an officer has filled in carries the decision they have taken. */
@Component
class ReviewDecision {

    private final CaseFacts facts;
    private final Rounds rounds;
    private final ReviewTexts texts;

    ReviewDecision(CaseFacts facts, Rounds rounds, ReviewTexts texts) {
        this.facts = facts;
        this.rounds = rounds;
        this.texts = texts;
    }

    /** @return what is established about the claims if the decision stands */
    Confirmation check(Application application, ReviewSheet sheet, List<ReviewRound> history) {
        refuse(wrongRows(application, sheet));
        Map<String, String> corrections = facts.corrections(application, sheet.confirmed());
        List<Question> questions = facts.eligibility(application, new Confirmation(corrections, Map.of())).questions();
        Set<String> asked = questions.stream().map(Question::id).collect(Collectors.toSet());
        Map<String, String> answers = sheet.answersById();
        answers.keySet().retainAll(asked);
        Confirmation confirmation = new Confirmation(corrections, answers);
        switch (sheet.outcome()) {
            case "accepted" -> checkAcceptance(application, sheet, confirmation, questions);
            case "returned" -> checkReturn(application, sheet, history, asked);
            case "escalated" -> {
                refuse(unexplained(application, sheet, asked));
                requireReason(sheet);
            }
            default -> throw Refusal.invalid("reviewOutcome", "review-outcome-unknown");
        }
        return confirmation;
    }

    private List<Fault> wrongRows(Application application, ReviewSheet sheet) {
        List<Fault> faults = new ArrayList<>();
        Set<String> materials = toJudge(application, application.confirmation()).stream().map(Requirement::material).collect(Collectors.toSet());
        Set<String> judged = new HashSet<>();
        for (ReviewRound.Verdict verdict : sheet.verdicts()) {
            if (!materials.contains(verdict.material()) || !judged.add(verdict.material())) {
                faults.add(new Fault("materials", "review-material-unknown", verdict.material()));
            }
        }
        if (sheet.confirmed().size() < sheet.findings().size()) {
            faults.add(new Fault("facts", "review-fact-twice"));
        }
        return faults;
    }

    private void checkAcceptance(Application application, ReviewSheet sheet, Confirmation confirmation, List<Question> questions) {
        List<Fault> faults = new ArrayList<>();
        if (sheet.asks()) {
            faults.add(new Fault("reviewOutcome", "review-ask-needs-return"));
        }
        for (Requirement line : toJudge(application, confirmation)) {
            boolean good = sheet.verdicts().stream().anyMatch(verdict -> verdict.material().equals(line.material()) && verdict.good());
            if (!good || line.missing()) {
                faults.add(new Fault("materials", "review-material-not-good", texts.material(application, line.material())));
            }
        }
        Map<String, String> confirmed = sheet.confirmed();
        facts.claimed(application).stream().filter(fact -> confirmed.getOrDefault(fact.id(), "").isEmpty())
                .map(ClaimedFact::label).forEach(label -> faults.add(new Fault("facts", "review-fact-not-confirmed", label)));
        questions.stream().filter(question -> !confirmation.answers().containsKey(question.id()))
                .forEach(question -> faults.add(new Fault("questions", "review-question-open", question.text())));
        refuse(faults);
        Eligibility eligibility = facts.eligibility(application, confirmation);
        if (!eligibility.eligible()) {
            throw Refusal.invalid(Ineligibility.faults(eligibility));
        }
    }

    /** Beyond the institution's limit an evaluator must have recommended it: a second person sees the case before it goes back again. */
    private void checkReturn(Application application, ReviewSheet sheet, List<ReviewRound> history, Set<String> questions) {
        refuse(unexplained(application, sheet, questions));
        if (!sheet.marks()) {
            requireReason(sheet);
        }
        long returns = history.stream().filter(round -> !round.open() && "returned".equals(round.outcome())).count();
        boolean recommended = history.get(history.size() - 1).opinion()
                .filter(opinion -> opinion.recommendation().equals("returned")).isPresent();
        rounds.find(application.roundNumber()).parameter("returnLimit").map(Integer::parseInt)
                .filter(limit -> returns >= limit && !recommended).ifPresent(limit -> {
                    throw Refusal.invalid("reviewOutcome", "review-return-limit", limit);
                });
    }

    /** Items that the applicant is to put right without being told why. */
    private List<Fault> unexplained(Application application, ReviewSheet sheet, Set<String> questions) {
        List<Fault> faults = new ArrayList<>();
        sheet.verdicts().stream().filter(ReviewRound.Verdict::insufficient)
                .filter(verdict -> verdict.reason().isEmpty() && verdict.reasons().isEmpty())
                .forEach(verdict -> faults.add(new Fault("materials", "review-material-unexplained", texts.material(application, verdict.material()))));
        Map<String, String> labels = facts.claimed(application).stream().collect(Collectors.toMap(ClaimedFact::id, ClaimedFact::label));
        sheet.findings().stream().filter(finding -> finding.asked() && finding.note().isEmpty())
                .forEach(finding -> faults.add(new Fault("facts", "review-ask-unexplained", labels.getOrDefault(finding.fact(), finding.fact()))));
        sheet.answers().stream().filter(ReviewRound.Answer::asked).forEach(answer -> {
            if (!questions.contains(answer.question())) {
                faults.add(new Fault("questions", "review-question-unknown"));
            } else if (answer.reason().isEmpty()) {
                faults.add(new Fault("questions", "review-ask-unexplained", facts.question(application, answer.question()).text()));
            }
        });
        return faults;
    }

    /** What is asked for, and whatever else was handed in. */
    List<Requirement> toJudge(Application application, Confirmation confirmation) {
        return facts.requirements(application, confirmation).stream().filter(line -> line.required() || line.fulfilled()).toList();
    }

    private static void requireReason(ReviewSheet sheet) {
        if (sheet.reason().isEmpty()) {
            throw Refusal.invalid("reason", "review-reason-missing");
        }
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }
}
