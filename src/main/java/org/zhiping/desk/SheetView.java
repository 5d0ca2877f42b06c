package org.zhiping.desk;

import java.util.Map;
import java.util.TreeMap;
import org.zhiping.exam.ScoreSheet;

/** One scorer's sheet: scores by case number, written with the decimals of the round. */
record SheetView(String sessionNumber, boolean confirmed, Map<String, String> scores) {

    static SheetView of(ScoreSheet sheet, int decimals) {
        Map<String, String> shown = new TreeMap<>();
        sheet.scores().forEach((caseNumber, points) -> shown.put(caseNumber, points.shown(decimals)));
        return new SheetView(sheet.sessionNumber(), sheet.confirmed(), shown);
    }
}
