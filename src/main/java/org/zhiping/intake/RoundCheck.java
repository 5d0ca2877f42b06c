package org.zhiping.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;
import org.zhiping.standard.Direction;
import org.zhiping.standard.Packs;
import org.zhiping.standard.Rulebook;
import org.zhiping.standard.StandardPack;

/** What must be right about the plan of a round; every fault is told at once. */
@Component
class RoundCheck {

    private static final int LONGEST_NAME = 60;
    /** Letters, digits and punctuation of any language: what papers can print and everybody can say. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{Zs}+=~|]*");
    /** A typing mistake lies farther away than any plan. */
    private static final Period FARTHEST = Period.ofYears(10);
    private static final Period LONGEST_AGO = Period.ofYears(1);

    private final Packs packs;
    private final Rulebook rulebook;
    private final Clock clock;

    RoundCheck(Packs packs, Rulebook rulebook, Clock clock) {
        this.packs = packs;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** @throws Refusal (INVALID) with every fault */
    void require(RoundPlan plan) {
        StandardPack pack = packs.find(plan.standard(), plan.edition());
        List<Fault> faults = new ArrayList<>();
        name(plan.announcement(), faults);
        window(plan, faults);
        offer(pack, plan, faults);
        announcement(pack, plan, faults);
        if (faults.stream().noneMatch(fault -> fault.field().equals("levels"))) {
            faults.addAll(rulebook.parameterFaults(plan.standard(), plan.edition(), plan.levels(), plan.parameters()));
        }
        refuse(faults);
    }

    /** @throws Refusal (INVALID) naming each parameter that has no value, with what the standard says about it */
    void requireComplete(Round round) {
        StandardPack pack = packs.find(round.standard(), round.edition());
        List<Fault> missing = new ArrayList<>(rulebook
                .missingParameters(round.standard(), round.edition(), round.levels(), round.parameters()).stream()
                .map(key -> MissingParameter.of(pack, key)).toList());
        if (round.referenceDate() == null && round.needsReferenceDate()) {
            missing.add(new Fault("referenceDate", "round-reference-date-missing"));
        }
        refuse(missing);
    }

    /** @throws Refusal (INVALID) when a limit is none */
    static void requirePlaces(Integer places, Map<String, Integer> byLevel, List<String> levels) {
        List<Fault> faults = new ArrayList<>();
        places(places, byLevel, levels, faults);
        refuse(faults);
    }

    /** @throws Refusal (INVALID) when it is too far away to be meant */
    void requireNear(String field, Instant moment) {
        List<Fault> faults = new ArrayList<>();
        near(field, moment, faults);
        refuse(faults);
    }

    private static void name(Announcement announcement, List<Fault> faults) {
        String name = announcement.name();
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            faults.add(new Fault("name", "round-name-wrong", LONGEST_NAME));
        }
    }

    private void window(RoundPlan plan, List<Fault> faults) {
        near("opensAt", plan.opensAt(), faults);
        near("closesAt", plan.closesAt(), faults);
        if (!plan.opensAt().isBefore(plan.closesAt())) {
            faults.add(new Fault("closesAt", "round-closes-before-it-opens"));
        } else if (!clock.instant().isBefore(plan.closesAt())) {
            faults.add(new Fault("closesAt", "round-window-past"));
        }
        if (plan.referenceDate() != null) {
            nearDay("referenceDate", plan.referenceDate(), FARTHEST, faults);
        }
    }

    private void near(String field, Instant moment, List<Fault> faults) {
        LocalDate today = LocalDate.now(clock);
        if (moment.isBefore(start(today.minus(LONGEST_AGO))) || moment.isAfter(start(today.plus(FARTHEST)))) {
            faults.add(new Fault(field, "round-moment-implausible"));
        }
    }

    private void nearDay(String field, LocalDate day, Period ago, List<Fault> faults) {
        LocalDate today = LocalDate.now(clock);
        if (day.isBefore(today.minus(ago)) || day.isAfter(today.plus(FARTHEST))) {
            faults.add(new Fault(field, "round-day-implausible"));
        }
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    /** Each level and each direction of the offer must be possible together with one of the other. */
    private static void offer(StandardPack pack, RoundPlan plan, List<Fault> faults) {
        if (plan.levels().isEmpty() || !plan.levels().stream().allMatch(level -> pack.level(level).isPresent())) {
            faults.add(new Fault("levels", "round-levels-wrong"));
            return;
        }
        List<Direction> offered = pack.directions().stream()
                .filter(direction -> plan.directions().contains(direction.code())).toList();
        boolean known = offered.size() == plan.directions().size() && offered.isEmpty() == pack.directions().isEmpty();
        boolean matched = offered.stream().noneMatch(direction -> Collections.disjoint(direction.levels(), plan.levels()))
                && plan.levels().stream().allMatch(level -> offered.isEmpty()
                        || offered.stream().anyMatch(direction -> direction.levels().contains(level)));
        if (!known || !matched) {
            faults.add(new Fault("directions", "round-directions-wrong"));
        }
    }

    private void announcement(StandardPack pack, RoundPlan plan, List<Fault> faults) {
        Announcement announced = plan.announcement();
        places(announced.capacity(), announced.levelCapacity(), plan.levels(), faults);
        announced.examDates().forEach((part, day) -> {
            if (pack.part(part).isEmpty()) {
                faults.add(new Fault("examDates." + part, "round-part-unknown"));
            } else {
                nearDay("examDates." + part, day, LONGEST_AGO, faults);
            }
        });
    }

    private static void places(Integer places, Map<String, Integer> byLevel, List<String> levels, List<Fault> faults) {
        if (places != null && impossible(places)) {
            faults.add(new Fault("capacity", "round-capacity-wrong", Announcement.MOST_PLACES));
        }
        byLevel.forEach((level, atLevel) -> {
            if (!levels.contains(level)) {
                faults.add(new Fault("levelCapacity." + level, "round-levels-wrong"));
            } else if (impossible(atLevel)) {
                faults.add(new Fault("levelCapacity." + level, "round-capacity-wrong", Announcement.MOST_PLACES));
            }
        });
    }

    private static boolean impossible(int places) {
        return places < 1 || places > Announcement.MOST_PLACES;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }
}
