package org.zhiping.exam;

import java.util.List;
import org.zhiping.standard.Scale;

/**
 * Exam sessions: THEORY and SKILL sittings. The person who acts must already be checked for the role that the act
 * asks for; what a person may not do in this very session is refused here.
 */
public interface Sessions {

    /** @throws org.zhiping.platform.Refusal (NOT_FOUND) */
    ExamSession find(String sessionNumber);

    /** Newest first. */
    List<ExamSession> all();

    /** Opens a session for a round and starts its process. @return its number */
    String open(String round, String level, String direction, String part, String by);

    /** Accepted cases that still need this part and have no live seat elsewhere. */
    List<Candidate> eligible(String sessionNumber);

    /** The people behind the seats, in seat order. */
    List<Candidate> candidates(String sessionNumber);

    /** Plans, or plans again; refused as a whole with every fault that the staffing rules and recusal 回避 name. */
    void plan(String sessionNumber, SessionPlan plan, List<String> candidates);

    void recordAttendance(String sessionNumber, List<AttendanceMark> marks, String by);

    void verify(String sessionNumber, String by);

    void sendBack(String sessionNumber, String reason, String by);

    /** Duties of this person in sessions that are planned and not held yet, the earliest first. */
    List<ComingDuty> coming(String person);

    /** How this session is scored. */
    Scale scale(String sessionNumber);

    /** The same with the rubric of its part, level and direction. */
    Marking marking(String sessionNumber);

    /** Tickets of a case that still admit to something, or did. */
    List<Ticket> tickets(String caseNumber);
}
