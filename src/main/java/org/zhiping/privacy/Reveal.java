package org.zhiping.privacy;

import java.time.Instant;

/** Somebody saw a masked detail in full. */
public record Reveal(long id, String caseNumber, String applicant, RevealKind what, String by, String reason, Instant at) {
}
