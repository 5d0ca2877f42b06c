package org.zhiping.group;

/** What a row would change. */
enum Change {
    /** Nobody has applied for this person and level. */
    NEW,
    /** Says something else than the file before, about a case that is still a draft or was given back. */
    CHANGED,
    /** Says what the file before said. */
    UNCHANGED,
    /** Says something else, but the case is handed in, or its person has changed it. */
    LOCKED,
    /** The person already has an application for this level that is not of this agent's files. */
    TAKEN,
    /** Cannot be read, or says what cannot be. */
    FAULTY
}
