package org.zhiping.intake;

/** A point that a case has reached. Each one is a line of the timeline and one notice to the applicant. */
public enum Milestone {
    DRAFT_REMINDED, SUBMITTED, ESCALATED, RETURNED, SUPPLEMENT_REMINDED, SUPPLEMENT_EXTENDED, SUPPLEMENTED, ACCEPTED, SEATED, TICKET_ISSUED,
    PANEL_APPOINTED, PART_RECORDED, RESULT_PROPOSED, RESULT_APPROVED, RESULT_SENT_BACK, PUBLICITY_STARTED, FAILED,
    CERTIFICATE_ISSUED, WITHDRAWN, LAPSED,
    /** What somebody did who should have kept out 回避 is void, and somebody else does it again. */
    STEP_REDONE,
    ROUND_EXTENDED, ROUND_CANCELLED
}
