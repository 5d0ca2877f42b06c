package org.zhiping.signup;

/** Which ways a code can go here. */
public interface Channels {

    boolean mail();

    boolean sms();
}
