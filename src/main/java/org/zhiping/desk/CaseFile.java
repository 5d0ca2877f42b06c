package org.zhiping.desk;

import java.util.List;
import java.util.Optional;
import org.zhiping.exam.PanelState;
import org.zhiping.exam.Ticket;
import org.zhiping.intake.Application;
import org.zhiping.intake.ClaimedFact;
import org.zhiping.intake.Eligibility;
import org.zhiping.intake.PinnedStanding;
import org.zhiping.page.ClaimSections;
import org.zhiping.page.MaterialLines;
import org.zhiping.page.PartLines;
import org.zhiping.page.Timelines;
import org.zhiping.result.Result;
import org.zhiping.review.ReviewRound;

/**
 * A case as one member of staff may see it.
 *
 * @param name     of the applicant, masked for whom the person does not matter
 * @param sections what the applicant stated, ID and phone number masked
 * @param facts    each fact as claimed and as confirmed
 * @param pinned   how the case stood when it was handed in and accepted; empty for whom the person does not matter
 * @param parts    what came of the parts; empty for whom scores are not meant
 * @param result   null while there is none, or for whom it is not meant
 * @param recalls  true when the reader may recall a panel
 */
public record CaseFile(Application application, String subject, String name, List<ClaimSections.Section> sections,
                       List<ClaimedFact> facts, List<MaterialLines.Line> materials, Eligibility eligibility,
                       List<PinnedStanding> pinned,
                       List<ReviewCard> reviews, List<Ticket> tickets, List<PartLines.Line> parts, List<PanelLine> panels,
                       Result result, List<Timelines.Line> timeline, List<TaskLine> tasks, boolean recalls) {

    /** One look at the materials. */
    public record ReviewCard(ReviewRound round, List<Note> notes) {
    }

    /** What a reviewer has written about a material, or answered to a question. */
    public record Note(String about, String text) {
    }

    /**
     * A panel with the scores that the reader may see.
     *
     * @param voided  scores of members who were replaced
     * @param recalls why the panel was recalled, the last reason first
     */
    public record PanelLine(String part, PanelState state, List<MemberScore> scores, List<MemberScore> voided,
                            List<String> recalls, String minutes) {

        public boolean recallable() {
            return state == PanelState.APPOINTED || state == PanelState.SCORED;
        }
    }

    public record MemberScore(String member, String score, String opinion) {
    }

    /** Facts that the table was told, as handed in last and as accepted; the second is empty before acceptance. */
    public List<Derived> derived() {
        Optional<PinnedStanding> submitted = last(PinnedStanding.Occasion.SUBMITTED, PinnedStanding.Occasion.SUPPLEMENTED);
        Optional<PinnedStanding> accepted = last(PinnedStanding.Occasion.ACCEPTED);
        return submitted.map(PinnedStanding::facts).orElse(List.of()).stream().map(fact -> new Derived(fact.label(), fact.value(),
                accepted.map(standing -> standing.value(fact.id())).orElse(""))).toList();
    }

    private Optional<PinnedStanding> last(PinnedStanding.Occasion... occasions) {
        return pinned.stream().filter(standing -> List.of(occasions).contains(standing.occasion())).reduce((one, later) -> later);
    }

    /** A fact that was derived from the claims. */
    public record Derived(String label, String submitted, String confirmed) {
    }

    public boolean corrected() {
        return facts.stream().anyMatch(fact -> !fact.claimed().equals(fact.confirmed()));
    }
}
