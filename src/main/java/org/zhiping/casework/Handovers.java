package org.zhiping.casework;

import java.util.List;

/** The record of acts that put tasks of a person into other hands: append-only. */
interface Handovers {

    /** @param reason absence or leaving @return the number of the act */
    long begin(String by, String person, String reason);

    /**
     * @param successor account, or null for the people of the role
     * @param refused   code of the refusal where the task stayed, else null
     */
    void add(long handover, Handover.Line line, String successor, String refused);

    /** The account was closed with this act. */
    void close(long handover);

    /** Newest first. */
    List<Handover.Act> of(String person);
}
