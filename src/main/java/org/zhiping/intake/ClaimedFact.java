package org.zhiping.intake;

/**
 * One claim as a reviewer sees it.
 *
 * @param id        such as {@code job1.from}
 * @param label     in the language of the request
 * @param claimed   in words
 * @param confirmed in words; what was claimed unless a reviewer corrected it
 */
public record ClaimedFact(String id, String label, String claimed, String confirmed) {
}
