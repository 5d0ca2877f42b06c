package org.zhiping.notice;

import java.time.Instant;
import java.util.List;

/** What has been told about a case or a session, and to whom. */
public interface CaseNotices {

    /**
     * @param account who was told
     * @param text    without markup
     */
    record Told(String account, String kind, String subject, String text, Instant at, boolean read) {

        public boolean toStaff() {
            return StaffNotifier.tells(kind);
        }
    }

    /** Oldest first, in the language of the request; the caller decides who may see them. */
    List<Told> of(String number);
}
