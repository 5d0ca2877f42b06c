package org.zhiping.mail;

/** What has become of a mail. DEAD ones are not tried again by themselves. */
public enum MailState {
    QUEUED, SENDING, SENT, DEAD
}
