package org.zhiping.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Accounts;
import org.zhiping.intake.Application;
import org.zhiping.intake.AttachedFile;
import org.zhiping.intake.Eligibility;
import org.zhiping.intake.Ineligibility;
import org.zhiping.intake.SubjectNames;
import org.zhiping.platform.MaskedName;
import org.zhiping.platform.Language;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.Markdown;

/** What the review forms say above their fields, in markdown. */
@Component
class ReviewTexts {

    private final Texts texts;
    private final SubjectNames names;
    private final Accounts accounts;

    ReviewTexts(Texts texts, SubjectNames names, Accounts accounts) {
        this.texts = texts;
        this.names = names;
        this.accounts = accounts;
    }

    String summary(Application application, int round) {
        return String.join("\n\n",
                texts.of("review.form.case", application.caseNumber(), Markdown.plain(MaskedName.of(application.applicantName())),
                        Markdown.plain(names.of(application)), String.valueOf(round)),
                Markdown.link(texts.of("review.form.open-case"), "/desk/cases/" + application.caseNumber()));
    }

    /** The outcome on the facts as confirmed so far, then each condition. */
    String eligibility(Eligibility eligibility) {
        List<String> lines = new ArrayList<>();
        lines.add("**" + texts.of("review.form." + eligibility.outcome(), eligibility.referenceDate().toString()) + "**");
        Stream<String> met = eligibility.met().stream().filter(condition -> condition.outcome().equals(Eligibility.ELIGIBLE))
                .map(condition -> texts.of("review.form.met", condition.clause(), condition.text()));
        Stream<String> others = Ineligibility.conditions(eligibility).stream().map(texts::of);
        lines.add(Stream.concat(met, others).map(line -> "* " + Markdown.plain(line)).collect(Collectors.joining("\n")));
        return String.join("\n\n", lines);
    }

    String opinion(ReviewRound.Opinion opinion) {
        return texts.of("review.form.opinion", Markdown.plain(accounts.nameOf(opinion.evaluator())),
                texts.of("review.recommendation." + opinion.recommendation()), Markdown.plain(opinion.text()));
    }

    /** What the officer asks the evaluator. */
    String question(ReviewRound round) {
        return texts.of("review.form.question", Markdown.plain(accounts.nameOf(round.reviewer())), Markdown.plain(round.reason()));
    }

    /** What the officer found fault with, for the evaluator. */
    String verdicts(Application application, ReviewRound round) {
        return round.verdicts().stream().filter(ReviewRound.Verdict::insufficient).map(verdict -> "* " + Markdown.plain(
                texts.of("review.form.fault", material(application, verdict.material()), wrong(verdict.reasons(), verdict.reason()))))
                .collect(Collectors.joining("\n"));
    }

    /** Whether what the last return asked for has come; empty where it asked for nothing. */
    String supplement(List<ReturnedItem> before) {
        long open = before.stream().filter(item -> !item.answered()).count();
        return before.isEmpty() ? "" : texts.of(open == 0 ? "review.form.supplement.all" : "review.form.supplement.open", before.size(), open);
    }

    /** What was wrong with it the last time and what the applicant made of it, a line each. */
    String former(ReturnedItem item) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.of("review.form.former." + (item.answered() ? "answered" : "untouched"), wrong(item.reasons(), item.text())));
        if (!item.state().arrived().isEmpty()) {
            lines.add(texts.of("review.form.former.files", files(item.state().before()), files(item.state().arrived())));
        }
        if (!item.state().was().equals(item.state().is())) {
            lines.add(texts.of("review.form.former.fact", item.state().was(), item.state().is()));
        }
        if (!item.item().note().isEmpty()) {
            lines.add(texts.of("review.form.former.note", item.item().note().replaceAll("\\s+", " ")));
        }
        return String.join("\n", lines);
    }

    private static String files(List<AttachedFile> files) {
        return files.isEmpty() ? "—" : files.stream().map(AttachedFile::name).collect(Collectors.joining("、"));
    }

    private String wrong(List<Reason> reasons, String text) {
        return Stream.concat(reasons.stream().map(reason -> reason.in(Language.now())), Stream.of(text).filter(said -> !said.isEmpty()))
                .collect(Collectors.joining(texts.of("review.form.and")));
    }

    String material(Application application, String code) {
        return names.material(application, code);
    }
}
