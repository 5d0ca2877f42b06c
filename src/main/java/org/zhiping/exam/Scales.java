package org.zhiping.exam;

import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.Rounds;
import org.zhiping.standard.Rulebook;
import org.zhiping.standard.Scale;

/** Finds the scale of scores: a round keeps the one under which its cases applied. */
@Component
class Scales {

    private final Rounds rounds;
    private final Rulebook rulebook;

    Scales(Rounds rounds, Rulebook rulebook) {
        this.rounds = rounds;
        this.rulebook = rulebook;
    }

    Scale of(SessionSubject subject) {
        return of(subject.standard(), subject.edition(), subject.round());
    }

    Scale of(Application application) {
        return of(application.standard(), application.edition(), application.roundNumber());
    }

    private Scale of(String standard, String edition, String round) {
        return rulebook.scale(standard, edition, rounds.find(round).parameters());
    }
}
