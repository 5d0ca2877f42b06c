package org.zhiping.casework;

import java.time.Instant;
import java.util.List;

/**
 * Applicants ask that somebody keeps out of their case 申请回避; a team lead finds out whom they mean and settles it. The applicant
 * learns what came of it and never who works on the case, or who settled it.
 */
public interface RecusalRequests {

    /** So many of one case can wait at a time. */
    int MOST_OPEN = 3;

    /** CLOSED: nobody settled it before the case ended. */
    enum State { OPEN, RECORDED, DECLINED, CLOSED }

    /**
     * What the applicant says.
     *
     * @param name     of the person meant, 1 to 60 characters
     * @param employer where that person works or teaches; may be empty, 100 characters at most
     * @param kind     any but RECUSAL
     * @param why      1 to 500 characters
     */
    record Wish(String name, String employer, RelationKind kind, String why) {
    }

    /**
     * @param account   who was meant, while recorded; else null
     * @param answer    why not, for the applicant, where it was declined; else null
     * @param settledBy null while open, as is {@code settledAt}
     */
    record Request(long id, String caseNumber, Wish wish, Instant at, State state, String account, String answer, String settledBy,
                   Instant settledAt) {
    }

    /** @throws org.zhiping.platform.Refusal naming every wrong field; where the case is over, this is asked already, or too much waits */
    void ask(String caseNumber, String applicant, Wish wish);

    /** Those of a case, newest first; the caller decides who may see them. */
    List<Request> of(String caseNumber);

    /** What waits, oldest first, as far as this lead may settle it. */
    List<Request> open(String lead);

    /** @throws org.zhiping.platform.Refusal where somebody must not settle it who is no team lead, is meant, or keeps out of the case */
    Request find(long id, String lead);

    /**
     * The person meant keeps out from now on; one that stands already of this kind is enough.
     *
     * @param account whom the lead leads
     * @param reason  of the record
     * @throws org.zhiping.platform.Refusal as {@link #find} and {@link Recusals#declare}; when it was settled, or the case is over
     */
    Recusals.Outcome record(long id, String account, RelationKind kind, String reason, String lead);

    /** @param answer why not, told to the applicant. @throws org.zhiping.platform.Refusal as {@link #record} */
    void decline(long id, String answer, String lead);
}
