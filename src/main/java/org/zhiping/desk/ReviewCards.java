package org.zhiping.desk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.CaseFacts;
import org.zhiping.intake.SubjectNames;
import org.zhiping.platform.Language;
import org.zhiping.platform.Texts;
import org.zhiping.review.ReviewRound;
import org.zhiping.review.Reviews;

/** Each look at the materials, with what was noted about materials and questions said in words. */
@Component
class ReviewCards {

    private final Reviews reviews;
    private final CaseFacts facts;
    private final SubjectNames names;
    private final Texts texts;

    ReviewCards(Reviews reviews, CaseFacts facts, SubjectNames names, Texts texts) {
        this.reviews = reviews;
        this.facts = facts;
        this.names = names;
        this.texts = texts;
    }

    List<CaseFile.ReviewCard> of(Application application) {
        return reviews.of(application.caseNumber()).stream()
                .map(round -> new CaseFile.ReviewCard(round, Stream.concat(verdicts(application, round), answers(application, round)).toList()))
                .toList();
    }

    private Stream<CaseFile.Note> verdicts(Application application, ReviewRound round) {
        return round.verdicts().stream().filter(verdict -> !verdict.reason().isEmpty() || !verdict.reasons().isEmpty())
                .map(verdict -> new CaseFile.Note(names.material(application, verdict.material()), said(verdict)));
    }

    private String said(ReviewRound.Verdict verdict) {
        return Stream.concat(verdict.reasons().stream().map(reason -> reason.in(Language.now())), Stream.of(verdict.reason()).filter(text -> !text.isEmpty()))
                .collect(Collectors.joining(texts.of("review.form.and")));
    }

    private Stream<CaseFile.Note> answers(Application application, ReviewRound round) {
        return round.answers().stream().filter(answer -> !answer.answer().isEmpty()).map(answer -> new CaseFile.Note(
                facts.question(application, answer.question()).text(),
                (texts.of("page." + answer.answer()) + " " + answer.reason()).strip()));
    }
}
