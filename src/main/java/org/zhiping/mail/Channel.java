package org.zhiping.mail;

/** How a message goes out. */
public enum Channel {
    MAIL, SMS
}
