package org.zhiping.signup;

import java.time.Instant;
import java.util.UUID;
import org.zhiping.identity.Contact;

/**
 * A code as it is kept.
 *
 * @param account who asked for it, or null
 * @param hash    of the code, keyed
 */
record Code(UUID id, Purpose purpose, Contact contact, String account, String hash, int sent, Instant sentAt, Instant expiresAt) {
}
