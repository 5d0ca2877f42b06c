package org.zhiping.casework;

import java.util.List;

/** Deadlines that were computed anew, for the record: append-only. */
interface DeadlineMoves {

    void add(long change, List<OpenDeadlines.Move> moves);
}
