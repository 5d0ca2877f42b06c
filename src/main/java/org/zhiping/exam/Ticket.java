package org.zhiping.exam;

import java.time.Instant;

/**
 * An admission ticket 准考证: where and when a candidate sits a part.
 *
 * @param released the seat was given back, because the case or the session ended before: it admits to nothing
 */
public record Ticket(String number, String sessionNumber, String caseNumber, String part, Instant startsAt, int minutes,
                     String room, int seat, boolean released) {
}
