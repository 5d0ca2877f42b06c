package org.zhiping.exam;

import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.Rounds;
import org.zhiping.standard.Rulebook;

/** Finds how a part is marked: a round keeps the weights under which its cases applied. */
@Component
class Markings {

    private final Rounds rounds;
    private final Rulebook rulebook;
    private final Scales scales;

    Markings(Rounds rounds, Rulebook rulebook, Scales scales) {
        this.rounds = rounds;
        this.rulebook = rulebook;
        this.scales = scales;
    }

    Marking of(SessionSubject subject) {
        return new Marking(scales.of(subject), rulebook.rubric(subject.standard(), subject.edition(), subject.level(),
                subject.direction(), subject.part(), rounds.find(subject.round()).parameters()));
    }

    Marking of(Application application, String part) {
        return new Marking(scales.of(application), rulebook.rubric(application.standard(), application.edition(),
                application.level(), application.direction(), part, rounds.find(application.roundNumber()).parameters()));
    }
}
