package org.zhiping.exam;

import java.util.HashMap;
import java.util.Map;

/**
 * What a scorer enters for one candidate: numbers or their text. It replaces what the sheet said of the candidate.
 *
 * @param total blank takes the score back; where the lines have weights it stays blank and is computed
 * @param lines by the code of the rubric line
 */
public record SheetEntry(String caseNumber, Object total, Map<String, ?> lines) {

    public SheetEntry {
        lines = new HashMap<>(lines);
    }
}
