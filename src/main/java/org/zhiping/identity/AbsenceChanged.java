package org.zhiping.identity;

/**
 * An absence was entered, or taken back or cut short, which its {@code endedAt} says; published in the transaction that does it.
 *
 * @param by account that did it
 */
public record AbsenceChanged(Absence absence, String by) {
}
