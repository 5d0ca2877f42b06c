package org.zhiping.mail;

/** A notice also goes out by mail or short message; published in the transaction that queued it. */
public record MessageQueued(long notice, boolean mail) {
}
