package org.zhiping.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.TimeMoved;
import org.zhiping.platform.WorkingDays;
import org.zhiping.platform.process.Timers;

/** Lets time pass in a sample institution. It goes forward only, and everything that falls due on the way is done. */
@Component
@ConditionalOnProperty("zhiping.sample.enabled")
class SampleClock {

    static final int MOST_DAYS = 3660;

    private final SampleOffset offset;
    private final Timers timers;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SampleClock(SampleOffset offset, Timers timers, WorkingDays workingDays, Clock clock, ApplicationEventPublisher events) {
        this.offset = offset;
        this.timers = timers;
        this.workingDays = workingDays;
        this.clock = clock;
        this.events = events;
    }

    Instant now() {
        return clock.instant();
    }

    Optional<Instant> nextTimer() {
        return timers.next();
    }

    void forward(int days) {
        move(Duration.ofDays(checked(days)));
    }

    void forwardWorkingDays(int days) {
        LocalDate today = LocalDate.now(clock);
        move(Duration.ofDays(ChronoUnit.DAYS.between(today, workingDays.plus(today, checked(days)))));
    }

    /** One second past the next timer. */
    void toNextTimer() {
        Instant next = nextTimer().orElseThrow(() -> Refusal.conflict("sample-clock-no-timer"));
        move(Duration.between(now(), next.plusSeconds(1)));
    }

    private static int checked(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw Refusal.invalid("days", "sample-clock-days", MOST_DAYS);
        }
        return days;
    }

    private void move(Duration step) {
        events.publishEvent(new TimeMoved(offset.move(step)));
    }
}
