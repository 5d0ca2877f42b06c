package org.zhiping.exam;

import java.util.Collection;
import java.util.Set;

/** Relations 回避 that people have declared; the side that records them implements this. */
public interface Recusals {

    /** Those of these cases which this person, or somebody on their behalf, declared that they must not assess. */
    Set<String> declared(String person, Collection<String> caseNumbers);
}
