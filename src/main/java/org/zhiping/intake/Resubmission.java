package org.zhiping.intake;

import java.time.Instant;
import java.util.List;

/**
 * What an applicant changed between two rounds of review.
 *
 * @param number of the later hand-in, 2 at least
 * @param known  false where the claims of one of the two were not kept
 */
public record Resubmission(int number, Instant at, boolean known, List<ClaimChange> claims, List<FileChange> files) {

    /**
     * @param field  its name as in {@link ClaimFields}
     * @param before empty for what was added
     * @param after  empty for what was taken out
     */
    public record ClaimChange(String field, String before, String after) {

        /** Personal: never in a log. */
        @Override
        public String toString() {
            return "ClaimChange[" + field + "]";
        }
    }

    /**
     * @param before null for a file that was added
     * @param after  null for a file that was taken out
     */
    public record FileChange(String material, AttachedFile before, AttachedFile after) {
    }

    public Resubmission {
        claims = List.copyOf(claims);
        files = List.copyOf(files);
    }
}
