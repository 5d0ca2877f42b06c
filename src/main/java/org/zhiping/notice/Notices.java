package org.zhiping.notice;

import java.util.List;

/** All notices. */
interface Notices extends Inbox {

    /** Puts a notice into the inbox of everybody who was not told it already, and publishes {@link NoticeTold} for each. */
    void add(Notice notice, List<Wording> wordings);
}
