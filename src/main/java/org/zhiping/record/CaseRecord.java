package org.zhiping.record;

import java.util.HexFormat;
import java.util.List;

/**
 * The record of one case as a whole.
 *
 * @param entries oldest first
 * @param fault   the first place where it does not fit its chain; null when it does
 */
public record CaseRecord(String caseNumber, List<Entry> entries, CaseRecords.Fault fault) {

    public boolean intact() {
        return fault == null;
    }

    /** Hash of the last entry, 64 hexadecimal digits; empty while there is none. */
    public String lastHash() {
        return entries.isEmpty() ? "" : HexFormat.of().formatHex(entries.get(entries.size() - 1).hash());
    }
}
