package org.zhiping.review;

import java.util.List;

/** What was found when the materials of a case were looked at. */
public interface Reviews {

    /** Oldest first; the last one may still go on. */
    List<ReviewRound> of(String caseNumber);

    /** What this officer decided was declared void: it is kept and counts no more, and a round that goes on by it ends. */
    void annulReview(String caseNumber, String reviewer);

    /** What this evaluator advised was declared void: it is kept and counts no more. */
    void annulOpinion(String caseNumber, String evaluator);

    /** Whether a round has been opened and not closed yet. */
    boolean goesOn(String caseNumber);
}
