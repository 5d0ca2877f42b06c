package org.zhiping.mail;

/**
 * How an attempt ended.
 *
 * @param cause        null when the server took the mail
 * @param finalRefusal trying again is of no use
 * @param maybeArrived the server may have taken it all the same
 */
record Outcome(String cause, boolean finalRefusal, boolean maybeArrived) {

    static final Outcome ACCEPTED = new Outcome(null, false, false);
    /** Its senders died with it, every time. */
    static final Outcome LOST = new Outcome("no attempt came to an end", true, true);

    /** A code that nobody can use any more. */
    static final Outcome EXPIRED = new Outcome("not sent while its code was valid", true, false);

    boolean accepted() {
        return cause == null;
    }
}
