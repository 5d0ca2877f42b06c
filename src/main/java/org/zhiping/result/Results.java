package org.zhiping.result;

import java.util.List;
import java.util.Optional;
import org.zhiping.result.Decision.Assessment;

/** Results of cases, and what the approver and the verifier do with them. */
public interface Results {

    Optional<Result> of(String caseNumber);

    /** In the order in which the parts ended. */
    List<PartOutcome> parts(String caseNumber);

    /** Refused unless all three questions are answered yes. */
    void approve(String caseNumber, Assessment assessment, String by);

    /** Needs a reason. */
    void sendBack(String caseNumber, Assessment assessment, String reason, String by);

    void answer(String caseNumber, String answer, String by);
}
