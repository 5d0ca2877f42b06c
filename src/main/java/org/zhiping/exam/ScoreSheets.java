package org.zhiping.exam;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Entering scores. A scorer sees and fills nobody's sheet but their own. */
public interface ScoreSheets {

    /** The scorer's own sheet, empty at first. @throws org.zhiping.platform.Refusal (FORBIDDEN) for anybody else */
    ScoreSheet of(String sessionNumber, String scorer);

    /** All sheets of a session, for whoever verifies it. */
    List<ScoreSheet> all(String sessionNumber);

    /**
     * Enters marks, all or none; the refusal names every wrong field: {@code <case>} for a total, {@code <case>.<line>}
     * for a line. Entering the same marks again changes nothing.
     */
    void enter(String sessionNumber, String scorer, Collection<SheetEntry> entries);

    /** The same for totals by case number, without lines. */
    void enter(String sessionNumber, String scorer, Map<String, ?> totals);

    /** Ends the scorer's work on a complete sheet; the last confirmation makes the session SCORED. */
    void confirm(String sessionNumber, String scorer);
}
