package org.zhiping.casework;

import java.util.Collection;
import java.util.Set;

/** Who has done what in a case. */
interface Duties {

    void add(Collection<String> caseNumbers, String task, String account, String sessionNumber);

    /** User-task ids that this account has completed in this case. */
    Set<String> of(String caseNumber, String account);
}
