package org.zhiping.privacy;

import java.time.Instant;
import java.util.List;

/** When people took a copy of what is held about them. */
interface Downloads {

    /**
     * Writes down that one begins, and tells the person, so that they notice if it was somebody else.
     *
     * @throws org.zhiping.platform.Refusal (TOO_MANY) after {@value #MOST_A_DAY} within a day
     */
    void begin(String account);

    /** Oldest first. */
    List<Instant> of(String account);

    /** Packing all files costs the server something, and nobody needs it more often. */
    int MOST_A_DAY = 3;
}
