package org.zhiping.consent;

import java.time.Instant;

/**
 * One agreement to one text.
 *
 * @param hash        SHA-256 of the text in all languages, hexadecimal
 * @param own         given by the person; false where somebody who applies for a group declared to hold their consent
 * @param by          account that gave or declared it
 * @param withdrawnAt null while it was not withdrawn
 */
public record Consent(Purpose purpose, String version, String hash, boolean own, String by, Instant at, Instant withdrawnAt) {
}
