package org.zhiping.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Application;
import org.zhiping.intake.HandIns;
import org.zhiping.intake.Resubmission;
import org.zhiping.intake.SubjectNames;
import org.zhiping.page.ClaimSections;
import org.zhiping.platform.Language;
import org.zhiping.review.ReturnedItem;
import org.zhiping.review.Returns;
import org.zhiping.review.ReviewRound;

/** The rounds of review, each with what the applicant had changed before it. */
@Component
class PanelLooks {

    private final ReviewCards cards;
    private final HandIns handIns;
    private final Returns returns;
    private final ClaimSections sections;
    private final SubjectNames names;
    private final Accounts accounts;
    private final CurrentUser user;

    PanelLooks(ReviewCards cards, HandIns handIns, Returns returns, ClaimSections sections, SubjectNames names, Accounts accounts, CurrentUser user) {
        this.cards = cards;
        this.handIns = handIns;
        this.returns = returns;
        this.sections = sections;
        this.names = names;
        this.accounts = accounts;
        this.user = user;
    }

    List<CasePanel.Look> of(Application application) {
        Map<Integer, Resubmission> again = handIns.resubmissions(application).stream()
                .collect(Collectors.toMap(Resubmission::number, Function.identity()));
        return cards.of(application).stream().map(card -> look(application, card, again)).toList();
    }

    private CasePanel.Look look(Application application, CaseFile.ReviewCard card, Map<Integer, Resubmission> again) {
        ReviewRound round = card.round();
        Resubmission before = again.get(round.number());
        Set<String> since = again.values().stream().filter(change -> change.number() > round.number()).flatMap(change -> change.files().stream())
                .map(Resubmission.FileChange::material).collect(Collectors.toSet());
        return new CasePanel.Look(round, round.reviewer() == null ? "" : accounts.nameOf(round.reviewer()),
                round.verdicts().stream().map(verdict -> verdict(application, round, verdict, since)).toList(), card.notes(),
                round.opinions().stream().map(opinion -> new CasePanel.Opinion(accounts.nameOf(opinion.evaluator()), opinion.recommendation(), opinion.text(),
                        opinion.givenAt())).toList(),
                returns.of(application, round.number()).stream().filter(this::forReader).map(PanelLooks::asked).toList(),
                before == null ? null : changes(application, before));
    }

    private CasePanel.Verdict verdict(Application application, ReviewRound round, ReviewRound.Verdict verdict, Set<String> since) {
        return new CasePanel.Verdict(round.number(), verdict.material(), names.material(application, verdict.material()), verdict.authenticity(),
                verdict.completeness(), joined(verdict.reasons().stream().map(one -> one.in(Language.now())), verdict.reason()), verdict.good(),
                since.contains(verdict.material()));
    }

    private static CasePanel.Asked asked(ReturnedItem item) {
        return new CasePanel.Asked(item.state().name(), joined(item.words().stream(), item.text()), item.answered(), item.item().note());
    }

    private static String joined(Stream<String> reasons, String text) {
        return Stream.concat(reasons, Stream.of(text)).filter(one -> !one.isEmpty())
                .collect(Collectors.joining(Language.now().equals(Language.ENGLISH) ? "; " : "；"));
    }

    private boolean forReader(ReturnedItem item) {
        return user.hasAny(item.material() ? DeskRoles.MATERIALS : DeskRoles.PERSON);
    }

    private CasePanel.Changes changes(Application application, Resubmission again) {
        boolean known = user.hasAny(DeskRoles.PERSON);
        return new CasePanel.Changes(again.at(), again.known(),
                again.claims().stream().filter(change -> known || !change.field().startsWith("person.")).map(change -> new CasePanel.Change(sections.label(change.field()),
                        sections.maskedWords(application, change.field(), change.before()),
                        sections.maskedWords(application, change.field(), change.after()))).toList(),
                user.hasAny(DeskRoles.MATERIALS) ? again.files().stream().map(change -> new CasePanel.FileChange(
                        names.material(application, change.material()), change.before(), change.after())).toList() : List.of());
    }
}
