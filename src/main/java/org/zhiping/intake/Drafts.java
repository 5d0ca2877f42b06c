package org.zhiping.intake;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Accounts;
import org.zhiping.platform.Refusal;
import org.zhiping.standard.Rulebook;

/** Starts drafts for what a round offers. */
@Component
class Drafts {

    private final Accounts accounts;
    private final JdbcRounds rounds;
    private final Rulebook rulebook;
    private final JdbcApplications applications;
    private final Clock clock;

    Drafts(Accounts accounts, JdbcRounds rounds, Rulebook rulebook, JdbcApplications applications, Clock clock) {
        this.accounts = accounts;
        this.rounds = rounds;
        this.rulebook = rulebook;
        this.applications = applications;
        this.clock = clock;
    }

    Application start(String account, String roundNumber, String level, String direction) {
        Round round = rounds.hold(roundNumber);
        round.requireAccepting(clock.instant());
        String chosen = direction == null ? "" : direction;
        rulebook.checkCombination(round.standard(), round.edition(), level, chosen);
        if (!round.levels().contains(level)) {
            throw Refusal.invalid("level", "level-not-offered");
        }
        if (!chosen.isEmpty() && !round.directions().contains(chosen)) {
            throw Refusal.invalid("direction", "direction-not-offered");
        }
        String name = accounts.find(account).orElseThrow(() -> Refusal.notFound("account-not-found")).name();
        return applications.start(round, level, chosen, account, name);
    }
}
