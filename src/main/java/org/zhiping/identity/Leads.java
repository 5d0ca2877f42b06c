package org.zhiping.identity;

import java.util.List;
import org.springframework.stereotype.Component;

/** Who leads whom: a team lead leads those who share one of his or her other roles. */
@Component
public class Leads {

    private final Accounts accounts;

    Leads(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Whether this account can still sign in, has the role and leads those who have it. */
    public boolean leads(String account, Role role) {
        return accounts.find(account).filter(Account::enabled).filter(person -> leads(person, role)).isPresent();
    }

    /** Whether the one leads the other in any role that both have. */
    public boolean leads(String lead, String other) {
        return accounts.find(other).stream().flatMap(person -> person.roles().stream()).filter(Role::caseWork).anyMatch(role -> leads(lead, role));
    }

    /** Account ids of those who lead this role; often none. */
    public List<String> of(Role role) {
        return accounts.withRole(Role.TEAM_LEAD).stream().filter(person -> leads(person, role)).map(Account::id).toList();
    }

    private static boolean leads(Account person, Role role) {
        return role != Role.TEAM_LEAD && person.has(Role.TEAM_LEAD) && person.has(role);
    }
}
