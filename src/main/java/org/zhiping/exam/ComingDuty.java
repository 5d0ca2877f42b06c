package org.zhiping.exam;

import java.time.Instant;

/** What somebody has to do in a session whose exam is still to come. */
public record ComingDuty(String sessionNumber, Instant startsAt, boolean invigilates, boolean scores) {
}
