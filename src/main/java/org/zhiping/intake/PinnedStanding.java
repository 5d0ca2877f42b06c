package org.zhiping.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How an application stood before the standard at one moment, in the words of that moment: later versions of the pack or the table
 * change nothing of it. All texts are Chinese, as the standard's own.
 *
 * @param decision  id of the version of the decision table that was asked
 * @param facts     what the table was told
 * @param claims    what these facts were derived from, as claimed and as confirmed by then
 * @param questions what a person had to judge
 */
public record PinnedStanding(Occasion occasion, Instant at, String edition, String decision, List<Fact> facts, List<ClaimedFact> claims,
                             String outcome, LocalDate referenceDate, List<Eligibility.Condition> met, List<Eligibility.Miss> misses,
                             List<String> questions) {

    /** When it was pinned: handed in, handed in again, or accepted on confirmed facts. */
    public enum Occasion { SUBMITTED, SUPPLEMENTED, ACCEPTED }

    /** @param value in words */
    public record Fact(String id, String label, String value) {
    }

    public PinnedStanding {
        facts = List.copyOf(facts);
        claims = List.copyOf(claims);
        met = List.copyOf(met);
        misses = List.copyOf(misses);
        questions = List.copyOf(questions);
    }

    /** The value of a fact in words; empty when it was not told. */
    public String value(String fact) {
        return facts.stream().filter(one -> one.id().equals(fact)).map(Fact::value).findFirst().orElse("");
    }

    /** Never in a log. */
    @Override
    public String toString() {
        return "PinnedStanding[" + occasion + " " + at + "]";
    }
}
