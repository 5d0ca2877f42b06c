package org.zhiping.casework;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Who has done what in a case. */
interface Duties {

    void add(Collection<String> caseNumbers, String task, String account, String sessionNumber);

    /** User-task ids that this account has completed, by case; a case in which there are none is missing. */
    Map<String, Set<String>> of(Collection<String> caseNumbers, String account);
}
