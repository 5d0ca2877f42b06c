package org.zhiping.mail;

import java.time.Instant;

/**
 * One mail, for those who look after delivery.
 *
 * @param address          masked
 * @param attempts         since it was queued or queued again
 * @param cause            what the last failed attempt ended with, in the server's words; null when there was none
 * @param triedAt          null before the first attempt
 * @param possiblyRepeated it may have arrived more than once, under the same Message-ID
 */
public record Mail(long id, String account, String address, String messageId, MailState state, int attempts, String cause,
                   Instant queuedAt, Instant triedAt, boolean possiblyRepeated) {
}
