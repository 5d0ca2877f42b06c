package org.zhiping.worklist;

import java.util.List;
import org.zhiping.identity.Account;
import org.zhiping.identity.Role;

/**
 * Whose worklist it is.
 *
 * @param roles ids of the roles whose tasks the person may take
 * @param leads those of them that the person leads
 */
public record WorkReader(String account, List<String> roles, List<String> leads) {

    public static WorkReader of(Account account) {
        List<String> roles = account.roles().stream().filter(Role::caseWork).map(Role::id).sorted().toList();
        return new WorkReader(account.id(), roles, account.has(Role.TEAM_LEAD) ? roles : List.of());
    }
}
