package org.zhiping.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.intake.Application;
import org.zhiping.intake.Eligibility;
import org.zhiping.intake.Ineligibility;
import org.zhiping.intake.SubjectNames;
import org.zhiping.platform.MaskedName;
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
        return texts.of("review.form.opinion", Markdown.plain(name(opinion.evaluator())),
                texts.of("review.recommendation." + opinion.recommendation()), Markdown.plain(opinion.text()));
    }

    /** What the officer asks the evaluator. */
    String question(ReviewRound round) {
        return texts.of("review.form.question", Markdown.plain(name(round.reviewer())), Markdown.plain(round.reason()));
    }

    String material(Application application, String code) {
        return names.material(application, code);
    }

    private String name(String account) {
        return accounts.find(account).map(Account::name).orElse(account);
    }
}
