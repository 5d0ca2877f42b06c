package org.zhiping.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhiping.standard.Level;
import org.zhiping.standard.Packs;
import org.zhiping.standard.Rulebook;
import org.zhiping.standard.StandardPack;

/** Brings together what is needed to see how an application stands: claims, round, pack and rules. */
@Component
class Standings {

    private final Packs packs;
    private final Rulebook rulebook;
    private final JdbcRounds rounds;
    private final Explanations explanations;
    private final QuestionTexts questions;
    private final Clock clock;

    Standings(Packs packs, Rulebook rulebook, JdbcRounds rounds, Explanations explanations, QuestionTexts questions,
              Clock clock) {
        this.packs = packs;
        this.rulebook = rulebook;
        this.rounds = rounds;
        this.explanations = explanations;
        this.questions = questions;
        this.clock = clock;
    }

    Standing of(Application application, Confirmation confirmation) {
        StandardPack pack = packs.find(application.standard(), application.edition());
        Round round = rounds.find(application.roundNumber());
        Instant submitted = Optional.ofNullable(application.submittedAt()).orElseGet(clock::instant);
        FactSheet.Frame frame = new FactSheet.Frame(pack, application.level(), round.parameters(),
                round.countsOn(LocalDate.ofInstant(submitted, clock.getZone()), clock.getZone()));
        ClaimReader.Reading reading = ClaimReader.read(Corrections.apply(application.claims(), confirmation.corrections()),
                levels(pack), LocalDate.now(clock));
        return new Standing(rulebook, frame, reading, confirmation.answers(), explanations, questions);
    }

    /** A certificate may be of another occupation, which has other levels. */
    static List<String> levels(StandardPack pack) {
        List<String> levels = new ArrayList<>(ClaimCodes.CERTIFICATE_LEVELS);
        pack.levels().stream().map(Level::code).filter(code -> !levels.contains(code)).forEach(levels::add);
        return levels;
    }
}
