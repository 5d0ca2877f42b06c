package org.zhiping.worklist;

import java.util.List;

/**
 * Whose worklist it is.
 *
 * @param roles  ids of the roles whose tasks the person may take
 * @param leads  those of them that the person leads
 * @param absent account ids of those for whom the person stands in now
 */
public record WorkReader(String account, List<String> roles, List<String> leads, List<String> absent) {

    /** Somebody who stands in for nobody. */
    public WorkReader(String account, List<String> roles, List<String> leads) {
        this(account, roles, leads, List.of());
    }
}
