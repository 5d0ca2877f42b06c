package org.zhiping.record;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhiping.record.CaseRecords.Fault;
import org.zhiping.record.CaseRecords.Fault.Kind;

/** Holds the entries of one case against each other: each hash follows from the one before, and the last is the one last written. */
final class Chain {

    /** @param hash of the last entry; null where there is none */
    record End(int entries, byte[] hash) {
    }

    private Chain() {
    }

    /** The first fault of the chain. */
    static Optional<Fault> fault(String caseNumber, List<Entry> entries, End end) {
        byte[] before = {};
        int expected = 0;
        for (Entry entry : entries) {
            expected++;
            if (entry.position() != expected) {
                return Optional.of(new Fault(caseNumber, expected, Kind.MISSING));
            }
            if (!entry.unchanged()) {
                return Optional.of(new Fault(caseNumber, expected, Kind.CHANGED));
            }
            if (!Arrays.equals(entry.hash(), Entry.link(before, entry.digest()))) {
                return Optional.of(new Fault(caseNumber, expected, Kind.LINK));
            }
            before = entry.hash();
        }
        boolean ends = end == null ? entries.isEmpty() : end.entries() == expected && Arrays.equals(end.hash(), before);
        return ends ? Optional.empty() : Optional.of(new Fault(caseNumber, expected, Kind.END));
    }
}
