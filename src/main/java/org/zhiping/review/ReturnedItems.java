package org.zhiping.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.CaseFacts;
import org.zhiping.intake.Requirement;
import org.zhiping.intake.Supplement;
import org.zhiping.intake.SupplementState;
import org.zhiping.intake.Supplements;

/** Makes the items of a return from the verdicts of its round, and finds them together again. */
@Component
class ReturnedItems implements Returns {

    private final Supplements supplements;
    private final JdbcReviews reviews;
    private final ReasonCodes codes;
    private final CaseFacts facts;

    ReturnedItems(Supplements supplements, JdbcReviews reviews, ReasonCodes codes, CaseFacts facts) {
        this.supplements = supplements;
        this.reviews = reviews;
        this.codes = codes;
        this.facts = facts;
    }

    /** Asks the applicant for what this round found fault with. */
    void ask(Application application, ReviewRound round) {
        List<Supplement.Item> items = new ArrayList<>();
        List<String> order = facts.requirements(application).stream().map(Requirement::material).toList();
        round.verdicts().stream().filter(ReviewRound.Verdict::insufficient)
                .sorted(Comparator.comparingInt(verdict -> order.indexOf(verdict.material()))).forEach(verdict ->
                items.add(Supplement.Item.of(Supplement.Kind.MATERIAL, verdict.material(), opens(application, verdict))));
        round.findings().stream().filter(ReviewRound.Finding::asked).forEach(finding ->
                items.add(Supplement.Item.of(Supplement.Kind.FACT, finding.fact(), Set.of(Supplement.part(finding.fact())))));
        round.answers().stream().filter(ReviewRound.Answer::asked).forEach(answer ->
                items.add(Supplement.Item.of(Supplement.Kind.QUESTION, answer.question(), Set.of())));
        supplements.ask(application, round.number(), items);
    }

    /** The form itself is the material, or the reason says what in it may be wrong. */
    private Set<String> opens(Application application, ReviewRound.Verdict verdict) {
        if (facts.requirements(application).stream().anyMatch(line -> line.material().equals(verdict.material()) && line.byApplication())) {
            return Set.of(Supplement.ALL);
        }
        Set<String> opens = new HashSet<>();
        verdict.reasons().forEach(reason -> codes.find(reason.code()).ifPresent(code -> opens.addAll(code.opens())));
        return opens;
    }

    @Override
    public List<ReturnedItem> current(Application application) {
        return supplements.current(application).map(supplement -> items(application, supplement)).orElse(List.of());
    }

    @Override
    public List<ReturnedItem> of(Application application, int number) {
        return supplements.of(application.caseNumber(), number).map(supplement -> items(application, supplement)).orElse(List.of());
    }

    private List<ReturnedItem> items(Application application, Supplement supplement) {
        Optional<ReviewRound> round = reviews.of(application.caseNumber()).stream().filter(one -> one.number() == supplement.number()).findFirst();
        return supplements.states(application, supplement).stream().map(state -> round.map(one -> item(state, one))
                .orElse(new ReturnedItem(state, List.of(), ""))).toList();
    }

    /** What retention has deleted is empty. */
    private static ReturnedItem item(SupplementState state, ReviewRound round) {
        String id = state.item().id();
        return switch (state.item().kind()) {
            case MATERIAL -> round.verdict(id).map(verdict -> new ReturnedItem(state, verdict.reasons(), verdict.reason()))
                    .orElse(new ReturnedItem(state, List.of(), ""));
            case FACT -> new ReturnedItem(state, List.of(), round.finding(id).map(ReviewRound.Finding::note).orElse(""));
            case QUESTION -> new ReturnedItem(state, List.of(), round.answer(id).map(ReviewRound.Answer::reason).orElse(""));
        };
    }

    /** The item of a round's return that is about this material. */
    static Optional<ReturnedItem> about(List<ReturnedItem> items, Requirement line) {
        return items.stream().filter(item -> item.material() && (item.item().id().equals(line.material()) || line.takes(item.item().id()))).findFirst();
    }

    static Optional<ReturnedItem> about(List<ReturnedItem> items, Supplement.Kind kind, String id) {
        return items.stream().filter(item -> item.item().kind() == kind && item.item().id().equals(id)).findFirst();
    }
}
