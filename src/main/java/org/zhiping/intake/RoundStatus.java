package org.zhiping.intake;

/** A planned round can still be changed; a closed one takes no more applications, whatever its window says. */
public enum RoundStatus {
    PLANNED, OPEN, CLOSED
}
