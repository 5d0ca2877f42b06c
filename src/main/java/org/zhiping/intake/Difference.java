package org.zhiping.intake;

/**
 * A claim that two editors left differently.
 *
 * @param field  its name as in {@link ClaimFields}, or {@code jobs[0]} for a row that one of them took away
 * @param mine   what the later one typed
 * @param theirs what is kept
 */
public record Difference(String field, String mine, String theirs) {

    /** Personal: never in a log. */
    @Override
    public String toString() {
        return "Difference[" + field + "]";
    }
}
