package org.zhiping.mail;

import java.util.Locale;
import org.zhiping.identity.MailAddress;

/**
 * A mail that is under way.
 *
 * @param attempts this one included; names the attempt, so that a sender that was thought dead changes nothing afterwards
 */
record Sending(long id, long noticeId, String account, MailAddress address, Locale language, String messageId, int attempts) {
}
