package org.zhiping.notice;

import java.time.Instant;
import org.zhiping.platform.BusinessKey;

/**
 * One notice in a person's inbox.
 *
 * @param number  case or session
 * @param kind    its template, as {@code accepted}, or {@code staff-reminder} for what is told to staff
 * @param subject plain text
 * @param body    HTML that can stand in a page as it is: whatever was filled in is escaped
 * @param sms     what a short message says of it
 */
public record Entry(long id, String number, String kind, String subject, String body, Instant at, boolean read, String sms) {

    public boolean forStaff() {
        return StaffNotifier.tells(kind);
    }

    public boolean aboutSession() {
        return BusinessKey.isSession(number);
    }
}
