package org.zhiping.review;

import java.util.List;

/** What was found when the materials of a case were looked at. */
public interface Reviews {

    /** Oldest first; the last one may still go on. */
    List<ReviewRound> of(String caseNumber);
}
