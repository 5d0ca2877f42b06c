package org.zhiping.notice;

import java.util.List;

/** What each person has been told. */
public interface Inbox {

    /** The newest 200, newest first, in the language of the request. */
    List<Entry> of(String account);

    int unread(String account);

    /** @throws org.zhiping.platform.Refusal (NOT_FOUND) when this person has no such notice */
    void read(String account, long id);

    void readAll(String account);
}
