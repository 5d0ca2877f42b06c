package org.zhiping.intake;

/**
 * A planned round can still be changed. A closed one takes no more applications, whatever its window says, until it is
 * extended. A cancelled one ends, and every open case of it.
 */
public enum RoundStatus {
    PLANNED, OPEN, CLOSED, CANCELLED
}
