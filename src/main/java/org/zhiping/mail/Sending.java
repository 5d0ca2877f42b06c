package org.zhiping.mail;

import java.util.Locale;
import org.zhiping.identity.Contact;

/**
 * A message that is under way, to a mail address or a phone number.
 *
 * @param noticeId what it tells of; null where {@code code} says what it tells
 * @param attempts this one included; names the attempt, so that a sender that was thought dead changes nothing afterwards
 * @param expired  of no use to anybody any more
 */
record Sending(long id, Long noticeId, CodeWords code, String account, Contact to, Locale language, String messageId, int attempts,
               boolean expired) {

    Channel channel() {
        return to.isPhone() ? Channel.SMS : Channel.MAIL;
    }
}
