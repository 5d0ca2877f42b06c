package org.zhiping.group;

import java.util.List;
import java.util.Map;
import org.zhiping.platform.Refusal.Fault;

/**
 * One row with anything in it.
 *
 * @param line  number in the spreadsheet, from 1
 * @param cells what they say, by path of the column; empty ones are left out
 */
record SheetRow(int line, Map<String, String> cells, List<Fault> faults) {

    String cell(String path) {
        return cells.getOrDefault(path, "");
    }
}
