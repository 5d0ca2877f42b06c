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

    /** Something that the result rests on was declared void; a result that there is will be proposed anew. */
    void reopen(String caseNumber);

    /** An act in this part was declared void: the part is assessed again, and then the result proposed anew. */
    void reopen(String caseNumber, String part);

    /** The last decision of the approver was declared void, publicity ends with it. */
    void decideAgain(String caseNumber);

    /** The answer to the approver was declared void. @return that answer */
    String answerAgain(String caseNumber);
}
