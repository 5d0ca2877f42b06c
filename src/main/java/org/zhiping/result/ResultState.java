package org.zhiping.result;

/**
 * How far a result has come. PUBLIC is on publicity 公示, or past it; FAILED is closed without a certificate; WITHDRAWN when
 * the applicant gave up before there was one.
 */
public enum ResultState {
    PROPOSED, SENT_BACK, APPROVED, PUBLIC, FAILED, WITHDRAWN
}
