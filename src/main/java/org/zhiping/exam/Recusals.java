package org.zhiping.exam;

/** Relations 回避 that people have declared; the side that records them implements this. */
public interface Recusals {

    /** True when this person, or somebody on their behalf, declared that they must not assess this case. */
    boolean declared(String person, String caseNumber);
}
