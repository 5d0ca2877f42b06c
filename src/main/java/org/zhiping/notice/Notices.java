package org.zhiping.notice;

import java.util.List;
import org.zhiping.intake.MilestoneReached;

/** All notices. */
interface Notices extends Inbox {

    /** Puts one notice into the inbox of the case's applicant; a milestone that was told already is not told again. */
    void add(MilestoneReached milestone, List<Wording> wordings);
}
