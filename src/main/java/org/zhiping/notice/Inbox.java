package org.zhiping.notice;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What each person has been told. */
public interface Inbox {

    /** The newest 200, newest first, in the language of the request. */
    List<Entry> of(String account);

    /** Any notice in this language, one of {@link org.zhiping.platform.Language#ALL}. */
    Entry find(long id, Locale language);

    /** What came after a moment, oldest first, at most so many. */
    List<Entry> since(String account, Instant after, Locale language, int most);

    int unread(String account);

    /** @throws org.zhiping.platform.Refusal (NOT_FOUND) when this person has no such notice */
    void read(String account, long id);

    void readAll(String account);
}
