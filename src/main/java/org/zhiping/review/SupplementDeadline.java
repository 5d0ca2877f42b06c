package org.zhiping.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.platform.WorkingDays;
import org.zhiping.platform.process.Decisions;

/** How long an applicant has for a supplement: whole working days, by {@code deadlines.dmn}. */
@Component
class SupplementDeadline {

    private final Decisions decisions;
    private final WorkingDays workingDays;
    private final Clock clock;

    SupplementDeadline(Decisions decisions, WorkingDays workingDays, Clock clock) {
        this.decisions = decisions;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The last second of the last day. */
    Instant fromToday(String standard) {
        Object days = decisions.single("deadlines", Map.of("step", "supplement-materials", "standard", standard)).get("workingDays");
        LocalDate last = workingDays.plus(LocalDate.now(clock), Integer.parseInt(days.toString()));
        return last.atTime(LocalTime.of(23, 59, 59)).atZone(clock.getZone()).toInstant();
    }
}
