package org.zhiping.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;
import org.zhiping.standard.Direction;
import org.zhiping.standard.Packs;
import org.zhiping.standard.Rulebook;
import org.zhiping.standard.StandardPack;

/** Rounds that can only be announced when the standard allows them and nothing it leaves open is left open. */
@Component
@Transactional
class CheckedRounds implements Rounds {

    private final JdbcRounds rounds;
    private final Packs packs;
    private final Rulebook rulebook;
    private final Clock clock;

    CheckedRounds(JdbcRounds rounds, Packs packs, Rulebook rulebook, Clock clock) {
        this.rounds = rounds;
        this.packs = packs;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @Override
    public Round find(String number) {
        return rounds.find(number);
    }

    @Override
    public List<Round> open() {
        return rounds.all().stream().filter(round -> round.accepts(clock.instant())).toList();
    }

    @Override
    public List<Round> all() {
        return rounds.all();
    }

    @Override
    public Round plan(RoundPlan plan) {
        if (!plan.opensAt().isBefore(plan.closesAt())) {
            throw Refusal.invalid("closesAt", "round-closes-before-it-opens");
        }
        checkOffer(plan);
        refuse(rulebook.parameterFaults(plan.standard(), plan.edition(), plan.levels(), plan.parameters()));
        return rounds.insert(plan);
    }

    @Override
    public void setParameters(String number, Map<String, String> parameters) {
        Round round = rounds.lock(number);
        refuse(rulebook.parameterFaults(round.standard(), round.edition(), round.levels(), parameters));
        rounds.update(round.with(parameters));
    }

    @Override
    public void open(String number) {
        Round round = rounds.lock(number);
        Round opened = round.opened();
        List<Fault> missing = new ArrayList<>(rulebook
                .missingParameters(round.standard(), round.edition(), round.levels(), round.parameters()).stream()
                .map(parameter -> new Fault(parameter, "round-parameter-missing", parameter)).toList());
        if (round.referenceDate() == null && round.needsReferenceDate()) {
            missing.add(new Fault("referenceDate", "round-parameter-missing", "referenceDate"));
        }
        refuse(missing);
        rounds.update(opened);
    }

    @Override
    public void close(String number) {
        rounds.update(rounds.lock(number).closed());
    }

    /** Each level and each direction of the offer must be possible together with one of the other. */
    private void checkOffer(RoundPlan plan) {
        StandardPack pack = packs.find(plan.standard(), plan.edition());
        if (plan.levels().isEmpty() || !plan.levels().stream().allMatch(level -> pack.level(level).isPresent())) {
            throw Refusal.invalid("levels", "round-levels-wrong");
        }
        List<Direction> offered = pack.directions().stream()
                .filter(direction -> plan.directions().contains(direction.code())).toList();
        boolean known = offered.size() == plan.directions().size() && offered.isEmpty() == pack.directions().isEmpty();
        boolean matched = offered.stream().noneMatch(direction -> Collections.disjoint(direction.levels(), plan.levels()))
                && plan.levels().stream().allMatch(level -> offered.isEmpty()
                        || offered.stream().anyMatch(direction -> direction.levels().contains(level)));
        if (!known || !matched) {
            throw Refusal.invalid("directions", "round-directions-wrong");
        }
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }
}
