package org.zhiping.exam;

import java.util.List;
import java.util.Optional;

/** What came of the parts that a case has behind it. */
public interface PartRecords {

    Optional<PartRecord> find(String caseNumber, String part);

    /** In the order in which they were recorded. */
    List<PartRecord> of(String caseNumber);
}
