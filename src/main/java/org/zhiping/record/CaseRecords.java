package org.zhiping.record;

import java.util.List;
import org.zhiping.platform.CaseAct;

/** The record of every case 案卷记录: who did what, when, on what basis. Entries are only ever added. */
public interface CaseRecords {

    /**
     * Writes down an act with the running transaction, when that commits; by itself where there is none. Features that must not know
     * of this module publish the {@link CaseAct} instead.
     */
    void add(CaseAct act);

    /** Oldest first. */
    List<Entry> of(String caseNumber);

    /** The record with what its chain says of it. */
    CaseRecord find(String caseNumber);

    /**
     * Where a record does not fit its chain.
     *
     * @param position of the entry, 1 for the first
     * @param kind     MISSING: an entry is gone, or too many; CHANGED: its content is not what was written; LINK: its hash does not
     *                 follow from the one before; END: the last entry is not the one that was written last
     */
    record Fault(String caseNumber, int position, Kind kind) {

        public enum Kind { MISSING, CHANGED, LINK, END }
    }
}
