package org.zhiping.mail;

import java.time.Instant;

/**
 * One message, by mail or short message, for those who look after delivery.
 *
 * @param account          empty where a code went to somebody without an account
 * @param address          mail address or phone number, masked
 * @param resendable       whether it can be queued again; what a code said is not kept
 * @param attempts         since it was queued or queued again
 * @param cause            what the last failed attempt ended with, in the server's words; null when there was none
 * @param triedAt          null before the first attempt
 * @param possiblyRepeated it may have arrived more than once, under the same Message-ID
 */
public record Mail(long id, String account, String address, String messageId, MailState state, int attempts, String cause,
                   Instant queuedAt, Instant triedAt, boolean possiblyRepeated, Channel channel, boolean resendable) {
}
