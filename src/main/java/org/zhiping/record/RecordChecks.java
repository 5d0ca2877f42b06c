package org.zhiping.record;

import java.time.Instant;
import java.util.List;
import org.zhiping.record.CaseRecords.Fault;

/** Every case record held against its chain, each night and when somebody asks for it. */
public interface RecordChecks {

    /**
     * @param begunBy account id; empty for the nightly one
     * @param endedAt null while it runs
     * @param broken  cases whose record does not fit its chain
     */
    record Check(long id, Instant begunAt, Instant endedAt, String begunBy, long cases, long entries, long broken) {
    }

    /** Begins soon; one that waits or runs already will do. */
    void ask(String by);

    /** The newest first. */
    List<Check> latest(int most);

    /** What a check has found, at most so many. */
    List<Fault> faults(long check, int most);
}
