package org.zhiping.platform.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.platform.WorkingDays;

/** How long each step may take: whole working days, by {@code deadlines.dmn}. */
@Component
public class Deadlines {

    private final Decisions decisions;
    private final WorkingDays workingDays;
    private final Clock clock;

    public Deadlines(Decisions decisions, WorkingDays workingDays, Clock clock) {
        this.decisions = decisions;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The last second of the last working day for a step that begins now. */
    public Instant fromToday(String step) {
        Object days = decisions.single("deadlines", Map.of("step", step)).get("workingDays");
        LocalDate last = workingDays.plus(LocalDate.now(clock), Integer.parseInt(days.toString()));
        return last.atTime(LocalTime.of(23, 59, 59)).atZone(clock.getZone()).toInstant();
    }
}
