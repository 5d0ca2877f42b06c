package org.zhiping.signup;

/** What a one-time code is good for, and for nothing else. */
public enum Purpose {
    SIGN_UP, PASSWORD, CONTACT
}
