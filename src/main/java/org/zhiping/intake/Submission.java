package org.zhiping.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;
import org.zhiping.standard.Packs;
import org.zhiping.standard.StandardPack;

/** What must be right before an application is handed in, the first time or again. */
@Component
class Submission {

    private final JdbcRounds rounds;
    private final Packs packs;
    private final HeldLevels held;
    private final Standings standings;
    private final Requirements requirements;
    private final Places places;
    private final Clock clock;

    Submission(JdbcRounds rounds, Packs packs, HeldLevels held, Standings standings, Requirements requirements,
               Places places, Clock clock) {
        this.rounds = rounds;
        this.packs = packs;
        this.held = held;
        this.standings = standings;
        this.requirements = requirements;
        this.places = places;
        this.clock = clock;
    }

    /** The first time the round must still be open, and have a place left: asked last, for others wait for the answer. */
    void checkFirst(Application application) {
        Round round = rounds.hold(application.roundNumber());
        round.requireAccepting(clock.instant());
        check(application);
        places.take(round, application.level());
    }

    /** The place is kept, and the window may be over; a cancelled round ends its cases in a moment. */
    void checkAgain(Application application) {
        rounds.find(application.roundNumber()).requireNotCancelled();
        check(application);
    }

    /** @throws Refusal with everything of the first kind of trouble: wrong facts, a level held, not eligible, materials */
    private void check(Application application) {
        Eligibility eligibility = standings.of(application, Confirmation.NONE).decided();
        List<Fault> faults = new ArrayList<>(PersonCheck.faults(application.claims().person(), LocalDate.now(clock)));
        faults.addAll(eligibility.unreadable());
        refuse(faults);
        if (held.holds(application)) {
            throw Refusal.conflict("level-already-held");
        }
        if (eligibility.ineligible()) {
            refuse(Ineligibility.faults(eligibility));
        }
        StandardPack pack = packs.find(application.standard(), application.edition());
        refuse(requirements.of(application, Confirmation.NONE).stream().filter(Requirement::missing).map(line -> missing(pack, line)).toList());
    }

    private static Fault missing(StandardPack pack, Requirement line) {
        String name = pack.material(line.material()).map(kind -> kind.in(Language.now())).orElse(line.material());
        return new Fault("materials." + line.material(), "material-missing", name);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }
}
