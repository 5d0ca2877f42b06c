package org.zhiping.result;

/**
 * How far a result has come. REOPENED waits for what was declared void to be done again. PUBLIC is on publicity 公示, or past it; FAILED is closed without a certificate; WITHDRAWN when
 * the applicant gave up before there was one.
 */
public enum ResultState {
    PROPOSED, SENT_BACK, REOPENED, APPROVED, PUBLIC, FAILED, WITHDRAWN
}
