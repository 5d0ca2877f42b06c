package org.zhiping.record;

import java.time.Instant;
import org.zhiping.platform.CaseAct;

/** What was done, and when. @param takenOver known from other tables only */
record Act(CaseAct said, Instant at, boolean takenOver) {
}
