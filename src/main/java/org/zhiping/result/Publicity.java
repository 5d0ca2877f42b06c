package org.zhiping.result;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.WorkingDays;
import org.zhiping.standard.Rulebook;

/** How long a result is public 公示: the round's number of working days, each of them to its end. */
@Component
class Publicity {

    private final Rounds rounds;
    private final Rulebook rulebook;
    private final WorkingDays workingDays;
    private final Clock clock;

    Publicity(Rounds rounds, Rulebook rulebook, WorkingDays workingDays, Clock clock) {
        this.rounds = rounds;
        this.rulebook = rulebook;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The midnight that ends the last working day; 0 days end at once. */
    Instant endsFor(Application application) {
        Object days = rulebook.parameterFacts(application.standard(), application.edition(),
                rounds.find(application.roundNumber()).parameters()).get("publicityWorkingDays");
        int wanted = days instanceof Number number ? number.intValue() : 0;
        return wanted == 0 ? clock.instant()
                : workingDays.plus(LocalDate.now(clock), wanted).plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    /** With offset and whole seconds, as the engine's timers read it. */
    String written(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(clock.getZone()).truncatedTo(ChronoUnit.SECONDS));
    }
}
