package org.zhiping.signup;

import java.time.Instant;
import java.util.UUID;

/**
 * A contact that somebody is about to prove with a code.
 *
 * @param contact masked
 * @param phone   whether the code went by short message
 */
public record Proof(UUID id, Purpose purpose, String contact, boolean phone, Instant expiresAt) {
}
