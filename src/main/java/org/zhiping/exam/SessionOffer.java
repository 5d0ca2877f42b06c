package org.zhiping.exam;

import org.springframework.stereotype.Component;
import org.zhiping.intake.Round;
import org.zhiping.intake.RoundStatus;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Refusal;
import org.zhiping.standard.Packs;
import org.zhiping.standard.Part;
import org.zhiping.standard.Rulebook;

/** Decides whether there can be a session of this part, level and direction in this round. */
@Component
class SessionOffer {

    private final Rounds rounds;
    private final Rulebook rulebook;
    private final Packs packs;

    SessionOffer(Rounds rounds, Rulebook rulebook, Packs packs) {
        this.rounds = rounds;
        this.rulebook = rulebook;
        this.packs = packs;
    }

    SessionSubject subject(String number, String level, String direction, String part) {
        Round round = rounds.find(number);
        if (round.status() == RoundStatus.PLANNED) {
            throw Refusal.conflict("session-round-planned", number);
        }
        if (round.status() == RoundStatus.CANCELLED) {
            throw Refusal.conflict("round-cancelled", number, round.cancelledFor());
        }
        if (!round.levels().contains(level)) {
            throw Refusal.invalid("level", "session-level-not-offered", number);
        }
        if (!rulebook.parts(round.standard(), round.edition(), level).contains(part)) {
            throw Refusal.invalid("part", "session-part-unknown");
        }
        if (!rulebook.conductedBy(round.standard(), round.edition(), part).equals(Part.SESSION)) {
            throw Refusal.invalid("part", "session-part-by-panel");
        }
        checkDirection(round, level, direction, part);
        return new SessionSubject(number, round.standard(), round.edition(), level, direction, part);
    }

    private void checkDirection(Round round, String level, String direction, String part) {
        if (!direction.isEmpty()) {
            rulebook.checkCombination(round.standard(), round.edition(), level, direction);
            if (!round.directions().contains(direction)) {
                throw Refusal.invalid("direction", "session-direction-not-offered", round.number());
            }
        } else if (packs.find(round.standard(), round.edition()).judgesDirectionsApart(level, part)) {
            throw Refusal.invalid("direction", "session-direction-needed");
        }
    }
}
