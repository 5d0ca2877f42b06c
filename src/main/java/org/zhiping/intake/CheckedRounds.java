package org.zhiping.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.platform.Refusal;

/** Rounds that can only be announced when the standard allows them and nothing it leaves open is left open. */
@Component
@Transactional
class CheckedRounds implements Rounds {

    private static final int LONGEST_REASON = 500;

    private final JdbcRounds rounds;
    private final RoundCheck check;
    private final RoundActs acts;
    private final Places places;
    private final Clock clock;

    CheckedRounds(JdbcRounds rounds, RoundCheck check, RoundActs acts, Places places, Clock clock) {
        this.rounds = rounds;
        this.check = check;
        this.acts = acts;
        this.places = places;
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
        Round round = insert(plan);
        acts.add(round.number(), RoundAct.Kind.PLANNED, "", Map.of());
        return round;
    }

    @Override
    public Round clone(String number, RoundPlan plan) {
        Round source = rounds.find(number);
        Round round = insert(plan);
        acts.add(round.number(), RoundAct.Kind.CLONED, "", Map.of("from", source.number()));
        return round;
    }

    private Round insert(RoundPlan plan) {
        check.require(plan);
        return rounds.insert(named(plan));
    }

    private RoundPlan named(RoundPlan plan) {
        if (!plan.announcement().name().isEmpty()) {
            return plan;
        }
        int year = LocalDate.now(clock).getYear();
        return plan.announced(plan.announcement().named(RoundNames.of(year, rounds.count(year) + 1)));
    }

    @Override
    public Round change(String number, int version, RoundPlan plan) {
        Round round = rounds.lock(number);
        Round changed = round.changed(plan.announcement().name().isEmpty()
                ? plan.announced(plan.announcement().named(round.name())) : plan);
        if (round.version() != version) {
            throw Refusal.conflict("round-changed-meanwhile", number);
        }
        check.require(changed.plan());
        rounds.update(changed);
        acts.add(number, RoundAct.Kind.CHANGED, "", Map.of("changed", String.join(" ", RoundChanges.between(round.plan(), changed.plan()))));
        return rounds.find(number);
    }

    @Override
    public void open(String number) {
        Round round = rounds.lock(number);
        if (round.status() == RoundStatus.OPEN) {
            return;
        }
        Round opened = round.opened(clock.instant());
        check.requireComplete(round);
        rounds.update(opened);
        acts.add(number, RoundAct.Kind.OPENED, "", Map.of());
    }

    @Override
    public void close(String number, String reason) {
        String told = reason(reason, false);
        rounds.update(rounds.lock(number).closed());
        acts.add(number, RoundAct.Kind.CLOSED, told, Map.of());
    }

    @Override
    public void extend(String number, Instant until, String reason) {
        String told = reason(reason, true);
        Round round = rounds.lock(number);
        Round extended = round.extended(until, clock.instant());
        check.requireNear("closesAt", until);
        rounds.update(extended);
        acts.add(number, RoundAct.Kind.EXTENDED, told, Map.of("from", written(round.closesAt()), "until", written(until)));
    }

    @Override
    public void limit(String number, Integer capacity, Map<String, Integer> byLevel) {
        Round round = rounds.lock(number);
        Round limited = round.limited(capacity, byLevel);
        RoundCheck.requirePlaces(capacity, byLevel, round.levels());
        RoundUse use = places.use(number);
        if (capacity != null && capacity < use.taken()) {
            throw Refusal.invalid("capacity", "round-capacity-taken", use.taken());
        }
        byLevel.forEach((level, at) -> {
            if (at < use.takenByLevel().getOrDefault(level, 0)) {
                throw Refusal.invalid("levelCapacity." + level, "round-capacity-taken", use.takenByLevel().get(level));
            }
        });
        rounds.update(limited);
        acts.add(number, RoundAct.Kind.CAPACITY, "", limits(capacity, byLevel));
    }

    private static Map<String, String> limits(Integer capacity, Map<String, Integer> byLevel) {
        Map<String, String> limits = new LinkedHashMap<>();
        limits.put("capacity", capacity == null ? "" : capacity.toString());
        byLevel.forEach((level, at) -> limits.put(level, at.toString()));
        return limits;
    }

    @Override
    public void cancel(String number, String reason) {
        String told = reason(reason, true);
        Round cancelled = rounds.lock(number).cancelled(told);
        RoundUse use = places.use(number);
        rounds.update(cancelled);
        acts.add(number, RoundAct.Kind.CANCELLED, told,
                Map.of("drafts", String.valueOf(use.drafts()), "cases", String.valueOf(use.open())));
    }

    @Override
    public RoundUse use(String number) {
        return places.use(number);
    }

    @Override
    public Map<String, RoundUse> use(Collection<String> numbers) {
        return places.use(numbers);
    }

    @Override
    public List<RoundAct> history(String number) {
        return acts.of(number);
    }

    private static String reason(String typed, boolean needed) {
        String reason = typed == null ? "" : typed.strip();
        if (needed && reason.isEmpty()) {
            throw Refusal.invalid("reason", "round-reason-missing");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("reason", "reason-too-long", LONGEST_REASON);
        }
        return reason;
    }

    private String written(Instant moment) {
        return moment.atZone(clock.getZone()).toOffsetDateTime().toString();
    }
}
