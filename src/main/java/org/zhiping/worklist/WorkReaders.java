package org.zhiping.worklist;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Absences;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;

/** Says what a person's worklist is made of. */
@Component
public class WorkReaders {

    private final Accounts accounts;
    private final Absences absences;
    private final Clock clock;

    WorkReaders(Accounts accounts, Absences absences, Clock clock) {
        this.accounts = accounts;
        this.absences = absences;
        this.clock = clock;
    }

    public WorkReader of(String id) {
        Account account = accounts.find(id).orElseThrow();
        List<String> roles = account.roles().stream().filter(Role::caseWork).map(Role::id).sorted().toList();
        return new WorkReader(id, roles, account.has(Role.TEAM_LEAD) ? roles : List.of(), absences.standsInFor(id, clock.instant()));
    }
}
