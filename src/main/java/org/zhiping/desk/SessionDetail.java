package org.zhiping.desk;

import java.util.List;
import org.zhiping.exam.ExamSession;
import org.zhiping.exam.Seat;

/**
 * A session as its page shows it.
 *
 * @param tasks  the open tasks of the session that the reader has, or may take
 * @param scores true when the reader may look at all sheets
 * @param caseFiles true when the reader may open the cases behind the seats
 * @param printing  true when there are admission tickets and the reader may print them
 * @param replaceable true when the reader may replace an invigilator or scorer now
 */
public record SessionDetail(ExamSession session, String subject, List<String> invigilators, List<String> scorers,
                          List<Row> rows, List<TaskLine> tasks, boolean scores, boolean ownSheet,
                            boolean caseFiles, boolean printing, boolean replaceable) {

    /**
     * @param given scores in the order of the scorers, empty where the reader may not see them or none is given yet
     */
    public record Row(Seat seat, String name, List<String> given) {
    }
}
