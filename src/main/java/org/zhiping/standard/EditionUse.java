package org.zhiping.standard;

/** Told by whoever plans evaluations by a standard: what has been used once stays as it is. */
public interface EditionUse {

    /** Until the transaction ends the answer stays true. */
    boolean isUsed(String standard, String edition);
}
