package org.zhiping.desk;

import java.util.Map;
import java.util.TreeMap;
import org.zhiping.exam.Points;
import org.zhiping.exam.ScoreSheet;

/** One scorer's sheet: totals, and scores of rubric lines, by case number, written with the decimals of the round. */
record SheetView(String sessionNumber, boolean confirmed, Map<String, String> scores, Map<String, Map<String, String>> lines) {

    static SheetView of(ScoreSheet sheet, int decimals) {
        Map<String, Map<String, String>> lines = new TreeMap<>();
        sheet.marks().forEach((caseNumber, marks) -> lines.put(caseNumber, shown(marks.lines(), decimals)));
        lines.values().removeIf(Map::isEmpty);
        return new SheetView(sheet.sessionNumber(), sheet.confirmed(), shown(sheet.scores(), decimals), lines);
    }

    private static Map<String, String> shown(Map<String, Points> scores, int decimals) {
        Map<String, String> shown = new TreeMap<>();
        scores.forEach((key, points) -> shown.put(key, points.shown(decimals)));
        return shown;
    }
}
