package org.zhiping.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhiping.intake.AttachedFile;
import org.zhiping.review.ReviewRound;

/**
 * A case file as it stands beside a task: everything the decision needs, as far as the reader may see it.
 *
 * @param wanted   the part that is to be open at first, see {@link #PARTS}
 * @param verdicts on each material, by its code, the newest first
 * @param looks    each round of review with what the applicant had changed before it, oldest first
 * @param notes    what reviewers noted beside facts, by fact id, the newest
 * @param notices  what was told about the case; empty for whom the person does not matter
 */
public record CasePanel(CaseFile file, String wanted, Map<String, List<Verdict>> verdicts, List<Look> looks, Map<String, String> notes,
                        List<Told> notices, List<Deed> people) {

    static final List<String> PARTS = List.of("materials", "facts", "eligibility", "reviews", "scores", "course", "notices", "people");

    /** The part that is open at first: the one wanted, or the first that has something to show. */
    public String first() {
        List<String> parts = parts();
        return parts.contains(wanted) ? wanted : parts.get(0);
    }

    /** Those that have something to show to this reader. */
    public List<String> parts() {
        return PARTS.stream().filter(this::filled).toList();
    }

    private boolean filled(String part) {
        return switch (part) {
            case "materials" -> !file.materials().isEmpty();
            case "facts" -> !file.sections().isEmpty();
            case "reviews" -> !looks.isEmpty();
            case "scores" -> !file.parts().isEmpty() || file.result() != null || !file.panels().isEmpty() || !file.tickets().isEmpty();
            case "notices" -> !notices.isEmpty();
            case "people" -> !people.isEmpty();
            default -> true;
        };
    }

    /**
     * What a round of review said of a material.
     *
     * @param reason  reasons chosen by code and what was written, in one text
     * @param changed the applicant has changed files of the material since
     */
    public record Verdict(int round, String material, String name, String authenticity, String completeness, String reason, boolean good, boolean changed) {
    }

    /**
     * A round of review.
     *
     * @param reviewer name, empty while nobody has decided
     * @param asked    what its return asked for, and whether there is an answer
     * @param changed  null for the first round
     */
    public record Look(ReviewRound round, String reviewer, List<Verdict> verdicts, List<CaseFile.Note> notes, List<Opinion> opinions,
                       List<Asked> asked, Changes changed) {
    }

    /** @param note what the applicant answers; may be empty */
    public record Asked(String name, String wrong, boolean answered, String note) {
    }

    public record Opinion(String evaluator, String recommendation, String text, Instant at) {
    }

    /**
     * What the applicant changed before a round.
     *
     * @param known false where what they had stated before was not kept
     */
    public record Changes(Instant at, boolean known, List<Change> claims, List<FileChange> files) {
    }

    /** In words, ID and phone numbers masked; {@code before} is empty for what was added, {@code after} for what was taken out. */
    public record Change(String label, String before, String after) {
    }

    /** {@code before} is null for a file that was added, {@code after} for one that was taken out. */
    public record FileChange(String material, AttachedFile before, AttachedFile after) {
    }

    /** @param to the applicant or a member of staff, by name */
    public record Told(String to, boolean staff, String subject, String text, Instant at, boolean read) {
    }

    /**
     * @param session number of the session it was done in, or empty
     * @param voided  whether it was declared void afterwards
     */
    public record Deed(String step, String person, String session, Instant at, boolean voided) {
    }
}
