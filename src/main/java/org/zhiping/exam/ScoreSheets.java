package org.zhiping.exam;

import java.util.List;
import java.util.Map;

/** Entering scores. A scorer sees and fills nobody's sheet but their own. */
public interface ScoreSheets {

    /** The scorer's own sheet, empty at first. @throws org.zhiping.platform.Refusal (FORBIDDEN) for anybody else */
    ScoreSheet of(String sessionNumber, String scorer);

    /** All sheets of a session, for whoever verifies it. */
    List<ScoreSheet> all(String sessionNumber);

    /**
     * Enters scores by case number, all or none; the refusal names every wrong row. A blank takes a score back.
     * Entering the same scores again changes nothing.
     */
    void enter(String sessionNumber, String scorer, Map<String, ?> scores);

    /** Ends the scorer's work on a complete sheet; the last confirmation makes the session SCORED. */
    void confirm(String sessionNumber, String scorer);
}
