package org.zhiping.notice;

import java.util.List;

/** All notices. */
interface Notices extends Inbox {

    /** Puts a notice into the inbox of everybody who was not told it already. */
    void add(Notice notice, List<Wording> wordings);
}
