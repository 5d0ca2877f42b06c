package org.zhiping.intake;

import java.time.Instant;
import java.util.Map;

/**
 * Something that was done to a round.
 *
 * @param by      account id; empty where no person acted
 * @param details what it was, by name: {@code from} and {@code until} (ISO 8601) of an extension, {@code changed} fields, places
 */
public record RoundAct(Kind kind, String by, Instant at, String reason, Map<String, String> details) {

    public enum Kind { PLANNED, CLONED, CHANGED, OPENED, CAPACITY, EXTENDED, CLOSED, CANCELLED }
}
