package org.zhiping.mail;

/** Hands a message of its channel over once and says how that ended. */
interface Carrier {

    Channel channel();

    /** Whether there is anybody to hand it to. */
    boolean hasServer();

    Outcome carry(Sending message);
}
